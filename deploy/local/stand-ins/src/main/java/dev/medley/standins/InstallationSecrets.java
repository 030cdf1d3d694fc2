package dev.medley.standins;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Secrets made at the first start and kept in a file that only its owner can read. */
public final class InstallationSecrets {

    private static final int RANDOM_BYTES = 32;

    private final @Nullable Path file;
    private final Properties values = new Properties();

    /** Reads the secrets of a directory; null keeps new ones in memory only. */
    public InstallationSecrets(@Nullable Path directory) {
        file = directory == null ? null : directory.resolve("secrets.properties");
        if (file != null && Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The secret of that name: 32 random bytes in Base64, URL-safe, generated when it is asked for first. */
    public synchronized String get(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String generated = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        values.setProperty(name, generated);
        store();
        return generated;
    }

    private void store() {
        if (file == null) {
            return;
        }
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer out = Files.newBufferedWriter(file)) {
                values.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
