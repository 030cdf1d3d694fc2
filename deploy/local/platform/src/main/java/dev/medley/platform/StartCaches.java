package dev.medley.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.util.FileSystemUtils;

/**
 * Ahead-of-time caches (<a href="https://openjdk.org/jeps/514">JEP 514</a>), which halve what a start costs. A cache fits
 * one build of one service on one JVM, so its folder is named by both.
 */
final class StartCaches {

    private static final int KEY_CHARACTERS = 16;
    private static final int BUFFER_BYTES = 1 << 16;

    private final PlatformSettings settings;

    StartCaches(PlatformSettings settings) {
        this.settings = settings;
    }

    /** The cached program if there is one for the built jar, else the jar itself. */
    ServiceProgram programOf(ServiceDefinition service) {
        Path jar = service.jar(settings);
        if (!Files.exists(jar)) {
            throw new PlatformRefusal(
                    "%s is not built: %s is missing; ./medley up builds it.".formatted(service.name(), jar));
        }
        Path folder = folderOf(service);
        Path cache = cacheIn(folder);
        return Files.exists(cache)
                ? new ServiceProgram(programIn(folder).resolve(service.name() + ".jar"), cache)
                : new ServiceProgram(jar, null);
    }

    /** Where the program of a service lies unpacked with its cache. */
    Path folderOf(ServiceDefinition service) {
        return settings.cache().resolve(service.name() + "-" + key(service.jar(settings)));
    }

    /** Its part that holds the unpacked program. */
    static Path programIn(Path folder) {
        return folder.resolve("program");
    }

    static Path cacheIn(Path folder) {
        return folder.resolve("start.aot");
    }

    /** Removes caches of other builds of a service. */
    void removeOutdated(ServiceDefinition service) {
        Path current = folderOf(service);
        if (!Files.exists(settings.cache())) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(settings.cache(), service.name() + "-*")) {
            for (Path folder : folders) {
                if (!folder.equals(current)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
            try (DigestInputStream content = new DigestInputStream(in, digest)) {
                byte[] buffer = new byte[BUFFER_BYTES];
                while (content.read(buffer) >= 0) {
                    // Reading is what feeds the digest.
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_CHARACTERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
