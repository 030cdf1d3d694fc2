package dev.medley.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CursorTests {

    private final CursorCodec codec = new CursorCodec(new byte[32]);

    @Property(tries = 300)
    void readsBackEveryPosition(@ForAll @Size(max = 5) List<String> position, @ForAll String filter) {
        // What is not Unicode text cannot come out of a database column.
        List<String> text = position.stream().map(CursorTests::wellFormed).toList();
        Cursors cursors = codec.forListing("images", filter);

        assertThat(cursors.decode(cursors.encode(text))).isEqualTo(text);
    }

    @Property(tries = 300)
    void refusesACursorWithAnyBitChanged(@ForAll @IntRange(max = 500) int place, @ForAll @IntRange(max = 7) int bit) {
        Cursors cursors = codec.forListing("images", "me");
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.encode(List.of("2026-11-01T00:00:00Z", "id-1")));
        bytes[place % bytes.length] ^= (byte) (1 << bit);

        assertThat(refusal(cursors, Base64.getUrlEncoder().encodeToString(bytes)))
                .isEqualTo(ProblemCode.INVALID_CURSOR);
    }

    @Property(tries = 300)
    void refusesAnyTextThatItDidNotMake(@ForAll @Size(min = 1) List<Character> text) {
        StringBuilder cursor = new StringBuilder();
        text.forEach(cursor::append);

        assertThat(refusal(codec.forListing("images"), cursor.toString())).isEqualTo(ProblemCode.INVALID_CURSOR);
    }

    @Example
    void refusesACursorOfOtherFilters() {
        String cursor = codec.forListing("images", "ab", "c").encode(List.of("1"));

        for (Cursors other : List.of(
                codec.forListing("images", "a", "bc"),
                codec.forListing("images", "ab", "c", null),
                codec.forListing("images", "ab", null),
                codec.forListing("users", "ab", "c"),
                new CursorCodec("another key of at least 32 bytes!".getBytes(StandardCharsets.UTF_8))
                        .forListing("images", "ab", "c"))) {
            assertThat(refusal(other, cursor)).isEqualTo(ProblemCode.INVALID_CURSOR);
        }
        assertThat(codec.forListing("images", "ab", "c").decode(cursor)).containsExactly("1");
    }

    @Example
    void tellsNoFilterFromAnEmptyOne() {
        String cursor = codec.forListing("images", (Object) null).encode(List.of("1"));

        assertThat(refusal(codec.forListing("images", ""), cursor)).isEqualTo(ProblemCode.INVALID_CURSOR);
    }

    @Example
    void startsFromTheBeginningWithoutACursor() {
        assertThat(codec.forListing("images").decode(null)).isNull();
        assertThat(codec.forListing("images").decode("")).isNull();
    }

    @Example
    void needsAKeyOf32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CursorCodec(new byte[31]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CursorCodec.fromBase64(null))
                .withMessageContaining("cursor-key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CursorCodec.fromBase64("c2VjcmV0!"))
                .withMessageContaining("cursor-key")
                .withMessageNotContaining("c2VjcmV0");
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static ProblemCode refusal(Cursors cursors, String cursor) {
        return catchThrowableOfType(ProblemException.class, () -> cursors.decode(cursor))
                .code();
    }
}
