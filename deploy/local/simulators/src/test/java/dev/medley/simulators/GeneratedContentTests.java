package dev.medley.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedContentTests {

    private final GeneratedContent content = new GeneratedContent("a film");

    @ParameterizedTest
    @CsvSource({"0, 200000", "1, 7", "7, 9", "65535, 3", "131071, 65537", "3000000000, 100"})
    void aPartIsTheSameAloneAndWithinTheWhole(long from, int length) throws IOException {
        byte[] part = bytes(content, from, length);

        assertThat(part).hasSize(length);
        for (int i = 0; i < length; i += 97) {
            assertThat(part[i]).isEqualTo(content.at(from + i));
        }
        assertThat(bytes(content, from + 1, length - 1)).isEqualTo(Arrays.copyOfRange(part, 1, length));
    }

    @ParameterizedTest
    @CsvSource({"a film, true", "another film, false"})
    void onlyTheSameSeedMakesTheSameContent(String seed, boolean same) throws IOException {
        byte[] other = bytes(new GeneratedContent(seed), 0, 1000);

        assertThat(Arrays.equals(other, bytes(content, 0, 1000))).isEqualTo(same);
    }

    private static byte[] bytes(GeneratedContent content, long from, long length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.write(out, from, length);
        return out.toByteArray();
    }
}
