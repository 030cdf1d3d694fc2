package dev.medley.standins.cognito;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts PostgreSQL once, and one stand-in on a database of its own for each test class that asks for it. */
final class PoolExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PoolExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == PoolFixture.class || type == DataSource.class;
    }

    /** A {@code DataSource} is an empty database for the test alone. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        EmbeddedPostgres postgres = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(EmbeddedPostgres.class, _ -> startPostgres(), EmbeddedPostgres.class);
        if (parameter.getParameter().getType() == DataSource.class) {
            return newDatabase(postgres);
        }
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        context.getRequiredTestClass(), _ -> PoolFixture.on(newDatabase(postgres)), PoolFixture.class);
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource newDatabase(EmbeddedPostgres postgres) {
        String name = "pool_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + name, e);
        }
        return postgres.getDatabase("postgres", name);
    }
}
