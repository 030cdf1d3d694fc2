package dev.medley.mediasync.transfer;

import dev.medley.storage.ObjectStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Copies small files in one piece, for tests of everything around a transfer. */
public final class WholeFileTransfers extends MediaTransfers {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectStore objects;

    public WholeFileTransfers(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public TransferReceipt transfer(MediaSource source, TransferRequest request, TransferJournal journal)
            throws TransferException, InterruptedException {
        try {
            MediaLink link = source.resolve();
            HttpRequest.Builder get = HttpRequest.newBuilder(link.address());
            link.headers().forEach(get::header);
            HttpResponse<byte[]> answer = http.send(get.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new TransferException(TransferFailure.SOURCE_UNAVAILABLE, true, "status", null);
            }
            journal.heartbeat(answer.body().length);
            objects.write(request.target(), request.contentType(), answer.body());
            return new TransferReceipt(
                    answer.body().length,
                    answer.body().length,
                    "etag",
                    "checksum",
                    Duration.ofMillis(10),
                    Duration.ofMillis(1));
        } catch (TransferException e) {
            throw e;
        } catch (IOException e) {
            throw new TransferException(TransferFailure.SOURCE_UNAVAILABLE, true, "no answer", e);
        }
    }
}
