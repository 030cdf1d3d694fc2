package dev.medley.data;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Migrates each library's tables, then the service's own. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
public class DataAutoConfiguration {

    @Bean
    FlywayMigrationStrategy librariesFirst(ObjectProvider<LibraryMigrations> libraries) {
        return service -> {
            List<LibraryMigrations> inOrder = libraries.orderedStream().toList();
            inOrder.forEach(library -> migrate(service, library));
            service.migrate();
        };
    }

    private static void migrate(Flyway service, LibraryMigrations library) {
        Flyway.configure()
                .configuration(service.getConfiguration())
                .locations(library.location())
                .table(library.historyTable())
                .load()
                .migrate();
    }
}
