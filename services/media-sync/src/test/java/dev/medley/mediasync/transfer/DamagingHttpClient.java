package dev.medley.mediasync.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A network that changes one byte of some requests on their way to S3. */
record DamagingHttpClient(SdkHttpClient network, Predicate<SdkHttpRequest> damages) implements SdkHttpClient {

    /** Behind the head of the first chunk, so that it is a byte of the file. */
    private static final int DAMAGED = 2000;

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        if (request.contentStreamProvider().isEmpty() || !damages.test(request.httpRequest())) {
            return network.prepareRequest(request);
        }
        return network.prepareRequest(HttpExecuteRequest.builder()
                .request(request.httpRequest())
                .contentStreamProvider(() -> new DamagedStream(
                        request.contentStreamProvider().orElseThrow().newStream()))
                .build());
    }

    @Override
    public void close() {
        network.close();
    }

    private static final class DamagedStream extends FilterInputStream {

        private int read;

        DamagedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            return value >= 0 && read++ == DAMAGED ? value ^ 1 : value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (read <= DAMAGED && DAMAGED < read + count) {
                buffer[offset + DAMAGED - read] ^= 1;
            }
            read += Math.max(0, count);
            return count;
        }
    }
}
