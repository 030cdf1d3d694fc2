package dev.medley.identity;

import dev.medley.standins.DatabaseAccess;
import dev.medley.testing.TestPlatform;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service's tables once more, for tests that would spoil them for others. */
public final class OwnSchema {

    private OwnSchema() {}

    /**
     * Creates a schema with the tables, empty.
     *
     * @param name of the schema and its role, not used by any other test
     */
    public static DataSource create(TestPlatform platform, String name) {
        DatabaseAccess access = platform.parts().postgres().createSchema(name);
        DataSource connections = new DriverManagerDataSource(access.url(), access.username(), access.password());
        Flyway.configure().dataSource(connections).load().migrate();
        return connections;
    }
}
