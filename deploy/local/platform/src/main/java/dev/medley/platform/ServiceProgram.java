package dev.medley.platform;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is run as a service.
 *
 * @param jar the program; also what tells its process from others
 * @param cache ahead-of-time cache of exactly this jar, or null
 */
record ServiceProgram(Path jar, @Nullable Path cache) {

    List<String> arguments() {
        return cache == null
                ? List.of("-jar", jar.toString())
                : List.of("-XX:AOTCache=" + cache, "-jar", jar.toString());
    }
}
