package dev.medley.mediasync.transfer;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The CRC-32C (RFC 3720, appendix B.4) of a run of bytes. Those of neighbouring runs add up to the one of the whole, so a
 * file read in parallel pieces has a checksum of its own.
 *
 * @param value the checksum
 * @param bytes how many bytes it covers
 */
record Crc32c(int value, long bytes) {

    static final Crc32c EMPTY = new Crc32c(0, 0);

    /** The Castagnoli polynomial, bits reversed. */
    private static final int POLYNOMIAL = 0x82F63B78;

    /** The polynomial 1, bits reversed. */
    private static final int ONE = 1 << 31;

    /** The polynomial x to the eighth, bits reversed: one byte further. */
    private static final int BYTE = 1 << 23;

    /** As S3 writes it. */
    static Crc32c parse(String base64, long bytes) {
        return new Crc32c(ByteBuffer.wrap(Base64.getDecoder().decode(base64)).getInt(), bytes);
    }

    /** As S3 writes it: Base64 of four bytes, big-endian. */
    String base64() {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** The checksum of these bytes followed by the next. */
    Crc32c followedBy(Crc32c next) {
        return new Crc32c(multiply(power(next.bytes), value) ^ next.value, bytes + next.bytes);
    }

    /** What appending so many zero bytes multiplies a checksum by. */
    private static int power(long appended) {
        int result = ONE;
        int factor = BYTE;
        for (long left = appended; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = multiply(factor, result);
            }
            factor = multiply(factor, factor);
        }
        return result;
    }

    /** Product of two polynomials over GF(2), modulo the Castagnoli polynomial. */
    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }
}
