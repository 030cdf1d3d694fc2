package dev.medley.identity.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerSignatureTests {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({"0, true", "60, true", "-60, true", "61, false", "-61, false"})
    void aSignatureCountsForAMinuteEitherWay(long age, boolean accepted) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        String timestamp = "1800000000";
        TriggerSignature signature = new TriggerSignature(
                new TriggerProperties(SECRET), InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000 + age)));

        // Computed with openssl dgst -sha256 -hmac.
        String right = "a8471f58daa469f8073cbebd823830f85e8942f4bbc0acd2ef47c28edc8c488e";

        assertThat(signature.matches(timestamp, right, body)).isEqualTo(accepted);
        assertThat(signature.matches(timestamp, right.replace('1', '2'), body)).isFalse();
    }
}
