package dev.medley.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegFrameTests {

    private static final String START_AND_TABLE = "ffd8" + "ffc40004abcd";

    @ParameterizedTest
    @CsvSource({"ffc0,false", "ffc1,false", "ffc2,true"})
    void theKindOfFrameAndItsSizeAreRead(String marker, boolean progressive) {
        assertThat(frame(START_AND_TABLE + marker + "000b" + "08" + "0438" + "05a0" + "01010100"))
                .isEqualTo(new JpegFrame(1440, 1080, progressive));
    }

    @Test
    void huffmanTablesAreNoFrame() {
        assertThatIllegalArgumentException().isThrownBy(() -> frame(START_AND_TABLE + "ffda0002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ffd8", "89504e470d0a1a0a"})
    void whatIsNoJpegIsRefused(String file) {
        assertThatIllegalArgumentException().isThrownBy(() -> frame(file));
    }

    private static JpegFrame frame(String hexadecimal) {
        return JpegFrame.of(HexFormat.of().parseHex(hexadecimal));
    }
}
