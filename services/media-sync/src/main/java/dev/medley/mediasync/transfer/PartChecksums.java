package dev.medley.mediasync.transfer;

import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/** What the checksums of parts say of the object that is made of them. */
final class PartChecksums {

    private PartChecksums() {}

    /** The content of parts, in their order. */
    static Crc32c whole(List<PartReceipt> parts) {
        Crc32c whole = Crc32c.EMPTY;
        for (PartReceipt part : parts) {
            whole = whole.followedBy(Crc32c.parse(part.checksum(), part.bytes()));
        }
        return whole;
    }

    /** The checksum of an object made in parts: that of their checksums, and how many they are. */
    static String composite(List<PartReceipt> parts) {
        CRC32C crc = new CRC32C();
        for (PartReceipt part : parts) {
            crc.update(Base64.getDecoder().decode(part.checksum()));
        }
        return new Crc32c((int) crc.getValue(), 0).base64() + "-" + parts.size();
    }
}
