package dev.medley.mediasync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Crc32cTests {

    @Property
    void neighboursAddUpToTheWhole(@ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(max = 200) int at) {
        int cut = Math.min(at, bytes.length);
        Crc32c left = of(Arrays.copyOfRange(bytes, 0, cut));
        Crc32c right = of(Arrays.copyOfRange(bytes, cut, bytes.length));

        assertThat(left.followedBy(right)).isEqualTo(of(bytes));
    }

    @Test
    void addsUpOverGibibytes() {
        Crc32c zeros = of(new byte[1 << 20]);
        Crc32c doubled = zeros;
        for (int doubling = 0; doubling < 13; doubling++) {
            doubled = doubled.followedBy(doubled);
        }
        Crc32c repeated = Crc32c.EMPTY;
        for (int part = 0; part < 1 << 13; part++) {
            repeated = repeated.followedBy(zeros);
        }

        assertThat(doubled).isEqualTo(repeated);
        assertThat(doubled.bytes()).isEqualTo(8L << 30);
    }

    @Test
    void isWrittenAsS3WritesIt() {
        // The check value of CRC-32C is that of these nine digits: E3069283.
        Crc32c check = of("123456789".getBytes(StandardCharsets.US_ASCII));

        assertThat(check.value()).isEqualTo(0xE3069283);
        assertThat(check.base64()).isEqualTo("4waSgw==");
        assertThat(Crc32c.parse("4waSgw==", 9)).isEqualTo(check);
    }

    private static Crc32c of(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return new Crc32c((int) crc.getValue(), bytes.length);
    }
}
