package dev.medley.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

class PersonNameTests {

    @Example
    void splitsAsPeopleDo() {
        assertSplit("Anna Berg", "Anna", "Berg");
        assertSplit("  Anna   Maria  Berg ", "Anna Maria", "Berg");
        assertSplit("Ludwig van Beethoven", "Ludwig", "van Beethoven");
        assertSplit("Maria de la Cruz", "Maria", "de la Cruz");
        assertSplit("Berg, Anna Maria", "Anna Maria", "Berg");
        assertSplit("Prince", "Prince", null);
        assertSplit("bell hooks", "bell", "hooks");
        assertSplit("k. d. lang", "k.", "d. lang");
        assertSplit("李 小龍", "李", "小龍");
        assertSplit("Berg,", null, "Berg");
        assertSplit(" ", null, null);
        assertSplit(",", null, null);
    }

    @Property(tries = 300)
    void noWordIsLostOrMoved(
            @ForAll @Size(min = 1, max = 6) List<@AlphaChars @StringLength(min = 1, max = 8) String> words) {
        String name = String.join(" ", words);

        assertThat(PersonName.parse(name).display()).contains(name);
    }

    @Property(tries = 100)
    void severalWordsMakeBothNames(
            @ForAll @Size(min = 2, max = 6) List<@AlphaChars @StringLength(min = 1, max = 8) String> words) {
        PersonName name = PersonName.parse(String.join(" ", words));

        assertThat(name.firstName()).isNotBlank();
        assertThat(name.lastName()).isNotBlank();
    }

    private static void assertSplit(String name, @Nullable String firstName, @Nullable String lastName) {
        assertThat(PersonName.parse(name)).isEqualTo(new PersonName(firstName, lastName));
    }
}
