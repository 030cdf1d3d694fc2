package dev.medley.mediasync.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** The last resort with a store that names no checksum of what it holds, as servers that imitate S3 do: reading it. */
final class ReadBack {

    private static final int BUFFER = 1 << 16;

    private ReadBack() {}

    /** Length and checksum of an object's content. */
    static Crc32c of(S3Client client, String bucket, String key) throws TransferException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = client.getObject(get -> get.bucket(bucket).key(key))) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                crc.update(buffer, 0, count);
                bytes += count;
            }
        } catch (SdkException e) {
            throw S3Failures.of(e);
        } catch (IOException e) {
            throw new TransferException(TransferFailure.TARGET_UNAVAILABLE, "S3's answer broke off.", e);
        }
        return new Crc32c((int) crc.getValue(), bytes);
    }
}
