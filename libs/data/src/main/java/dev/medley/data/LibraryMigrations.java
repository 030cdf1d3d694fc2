package dev.medley.data;

/**
 * Tables that a library needs in the schema of every service that uses it. Declared as a bean by the library; its
 * migrations lie in {@code classpath:db/library/<name>} and are recorded in {@code <name>_schema_history}, apart from the
 * service's own, so that neither has to know the other's version numbers.
 *
 * @param name the library, lower case
 */
public record LibraryMigrations(String name) {

    String location() {
        return "classpath:db/library/" + name;
    }

    String historyTable() {
        return name + "_schema_history";
    }
}
