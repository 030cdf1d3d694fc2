package dev.medley.identity.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's name, as far as it is known.
 *
 * @param firstName one or more words
 * @param lastName one or more words
 */
public record PersonName(
        @Nullable String firstName, @Nullable String lastName) {

    /** Nothing is known. */
    public static final PersonName UNKNOWN = new PersonName(null, null);

    /**
     * Splits a name given as one text. After a comma stand the first names ("Berg, Anna Maria"); else the last word is the
     * last name together with the words in lower case before it ("Ludwig van Beethoven"); one word is a first name.
     */
    public static PersonName parse(String name) {
        int comma = name.indexOf(',');
        if (comma >= 0) {
            return new PersonName(joined(words(name.substring(comma + 1))), joined(words(name.substring(0, comma))));
        }
        List<String> words = words(name);
        int split = Math.max(1, words.size() - 1);
        while (split > 1 && startsLowerCase(words.get(split - 1))) {
            split--;
        }
        return words.isEmpty()
                ? UNKNOWN
                : new PersonName(joined(words.subList(0, split)), joined(words.subList(split, words.size())));
    }

    /** First and last name as people say them; empty when nothing is known. */
    public Optional<String> display() {
        return Optional.ofNullable(
                joined(Stream.of(firstName, lastName).filter(Objects::nonNull).toList()));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s\\p{Z}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static @Nullable String joined(List<String> words) {
        return words.isEmpty() ? null : words.stream().collect(Collectors.joining(" "));
    }

    private static boolean startsLowerCase(String word) {
        return Character.isLowerCase(word.codePointAt(0));
    }
}
