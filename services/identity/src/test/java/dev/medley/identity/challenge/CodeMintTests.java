package dev.medley.identity.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.identity.crypto.ServiceSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeMintTests {

    private static final ServiceSecret SECRET =
            new ServiceSecret(Base64.getEncoder().encodeToString(new byte[32]));

    private Instant now = Instant.parse("2026-11-02T09:14:07.482Z");
    private final InstantSource clock = () -> now;
    private final CodeMint mint = new CodeMint(SECRET, new LoginCodeProperties(6, Duration.ofMinutes(5)), clock);

    @Test
    void onlyTheUsersOwnCodeMatches() {
        CodeMint.Minted minted = mint.mint("anna");

        assertThat(minted.digits()).matches("\\d{6}");
        assertThat(mint.matches("anna", minted.digits(), minted.stored())).isTrue();
        assertThat(mint.matches("anna", " " + minted.digits() + "\n", minted.stored()))
                .isTrue();
        assertThat(mint.matches("berta", minted.digits(), minted.stored())).isFalse();
        assertThat(mint.matches("anna", minted.digits() + "0", minted.stored())).isFalse();
        assertThat(mint.matches("anna", "", minted.stored())).isFalse();
    }

    @Test
    void aCodeEndsInTimeAndItsTimeCannotBeMoved() {
        CodeMint.Minted minted = mint.mint("anna");
        StoredCode moved = new StoredCode(
                minted.stored().expiresAt().plusSeconds(1), minted.stored().hash());

        now = minted.stored().expiresAt().minusMillis(1);
        assertThat(mint.matches("anna", minted.digits(), minted.stored())).isTrue();
        assertThat(mint.matches("anna", minted.digits(), moved)).isFalse();
        now = minted.stored().expiresAt();
        assertThat(mint.matches("anna", minted.digits(), minted.stored())).isFalse();
    }

    @Test
    void whatIsStoredDoesNotShowTheCodeAndIsBoundToTheSecret() {
        CodeMint.Minted minted = mint.mint("anna");
        CodeMint other = new CodeMint(
                new ServiceSecret(Base64.getEncoder()
                        .encodeToString("another secret of thirty-two char".getBytes(StandardCharsets.UTF_8))),
                new LoginCodeProperties(6, Duration.ofMinutes(5)),
                clock);

        assertThat(minted.stored().hash()).matches("[0-9a-f]{64}");
        assertThat(minted.toString()).doesNotContain(minted.digits());
        assertThat(other.matches("anna", minted.digits(), minted.stored())).isFalse();
    }

    @Test
    void codesAreAllDifferentAndOfTheLengthAskedFor() {
        CodeMint longCodes = new CodeMint(SECRET, new LoginCodeProperties(10, Duration.ofMinutes(1)), clock);
        Set<String> codes = new HashSet<>();
        for (int index = 0; index < 50; index++) {
            codes.add(longCodes.mint("anna").digits());
        }

        assertThat(codes).hasSize(50).allMatch(code -> code.matches("\\d{10}"));
    }

    @Test
    void aBlankMatchesNoCodeAtAll() {
        StoredCode blank = mint.mintBlank("nobody").stored();

        for (int code = 0; code < 10_000; code++) {
            assertThat(mint.matches("nobody", "%06d".formatted(code * 100), blank))
                    .isFalse();
        }
        assertThat(blank.format()).hasSameSizeAs(mint.mint("anna").stored().format());
    }

    @Test
    void storedCodesAreReadAsTheyWereWritten() {
        StoredCode stored = mint.mint("anna").stored();

        assertThat(StoredCode.parse(stored.format())).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "soon.abc", "12", "99999999999999999999.abc", "99999999999999999.abc"})
    void whatIsNoStoredCodeIsNone(String text) {
        assertThat(StoredCode.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, PT5M", "11, PT5M", "6, PT10M0.001S", "6, PT0S"})
    void codesThatAreEasyToGuessAreNoConfiguration(int digits, Duration lifetime) {
        assertThatThrownBy(() -> new LoginCodeProperties(digits, lifetime))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
