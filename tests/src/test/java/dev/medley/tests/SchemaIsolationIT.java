package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A service's database role is of no use outside its own schema. */
@RunningServices
class SchemaIsolationIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    static List<String> services() {
        return Services.names();
    }

    /**
     * A table of any schema that is not PostgreSQL's own.
     *
     * @param schema its schema
     * @param name its name
     */
    private record Table(String schema, String name) {

        String quoted() {
            return "\"%s\".\"%s\"".formatted(schema, name);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aRoleReadsAndWritesNoOtherSchema(String service, Services services) {
        List<Table> others = tables(services, table -> !table.schema().equals(service));
        assertThat(others).extracting(Table::schema).contains("cognito").hasSizeGreaterThan(10);

        SoftAssertions softly = new SoftAssertions();
        try (SingleConnectionDataSource connection = connect(services.service(service))) {
            JdbcClient role = JdbcClient.create(connection);
            others.stream()
                    .flatMap(SchemaIsolationIT::statements)
                    .forEach(statement -> softly.assertThatThrownBy(
                                    () -> role.sql(statement).update())
                            .as("%s: %s", service, statement)
                            .rootCause()
                            .satisfies(refusal -> assertSqlState(refusal)));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aRoleReadsItsOwnSchema(String service, Services services) {
        List<Table> own = tables(services, table -> table.schema().equals(service));
        assertThat(own).extracting(Table::name).contains("outbox", "inbox");

        try (SingleConnectionDataSource connection = connect(services.service(service))) {
            JdbcClient role = JdbcClient.create(connection);
            assertThat(own)
                    .allSatisfy(table -> assertThat(role.sql("SELECT count(*) FROM " + table.quoted())
                                    .query(Long.class)
                                    .single())
                            .isNotNegative());
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aRoleCreatesNothingInTheSharedSchema(String service, Services services) {
        try (SingleConnectionDataSource connection = connect(services.service(service))) {
            JdbcClient role = JdbcClient.create(connection);

            assertThatThrownBy(() -> role.sql("CREATE TABLE public.anything (id integer)")
                            .update())
                    .rootCause()
                    .satisfies(SchemaIsolationIT::assertSqlState);
        }
    }

    /** One connection for all statements: each new one would prove the password anew, at length. */
    private static SingleConnectionDataSource connect(ServiceProcess service) {
        Map<String, String> configuration = service.configuration();
        return new SingleConnectionDataSource(
                configuration.getOrDefault("spring.datasource.url", ""),
                configuration.getOrDefault("spring.datasource.username", ""),
                configuration.getOrDefault("spring.datasource.password", ""),
                true);
    }

    private static List<Table> tables(Services services, Predicate<Table> which) {
        return JdbcClient.create(services.platform().parts().postgres().administrator())
                .sql("""
                        SELECT table_schema AS schema, table_name AS name
                        FROM information_schema.tables
                        WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                        ORDER BY table_schema, table_name
                        """)
                .query(Table.class)
                .stream()
                .filter(which)
                .toList();
    }

    private static Stream<String> statements(Table table) {
        return Stream.of("SELECT * FROM ", "DELETE FROM ", "TRUNCATE ", "DROP TABLE ", "INSERT INTO ")
                .map(start -> start + table.quoted() + (start.startsWith("INSERT") ? " DEFAULT VALUES" : ""));
    }

    private static void assertSqlState(Throwable refusal) {
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
}
