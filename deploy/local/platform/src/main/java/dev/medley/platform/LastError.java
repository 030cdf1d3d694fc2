package dev.medley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the reason for a service's end in its log: lines of ECS JSON, and whatever the JVM itself prints. */
final class LastError {

    private static final int LONGEST = 300;
    private static final JsonMapper JSON = new JsonMapper();

    private LastError() {}

    /** One line: the last error, else the last line. */
    static String of(Path log) {
        List<String> lines = lines(log);
        return lines.reversed().stream()
                .map(LastError::error)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> lines.reversed().stream()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .map(LastError::text))
                .map(LastError::shortened)
                .orElse("it wrote nothing");
    }

    private static List<String> lines(Path log) {
        try {
            // A JVM that is killed can leave half a character.
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> error(String line) {
        JsonNode entry = json(line);
        if (entry == null) {
            return line.startsWith("Error") || line.startsWith("Exception") ? Optional.of(line) : Optional.empty();
        }
        return entry.at("/log/level").asString("").equals("ERROR") ? Optional.of(text(line)) : Optional.empty();
    }

    private static String text(String line) {
        JsonNode entry = json(line);
        if (entry == null) {
            return line;
        }
        String message = entry.path("message").asString("");
        int description = message.indexOf("Description:");
        if (description >= 0) {
            // Boot's failure report; its first paragraph says what is wrong.
            return message.substring(description + "Description:".length());
        }
        String cause = rootCause(entry.at("/error/stack_trace").asString(""));
        return cause.isEmpty() ? message : message + ": " + cause;
    }

    private static String rootCause(String stackTrace) {
        List<String> causes = stackTrace
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t") && !line.startsWith("..."))
                .toList();
        return causes.isEmpty() ? "" : causes.getLast().replaceFirst("^Caused by: ", "");
    }

    private static @Nullable JsonNode json(String line) {
        if (!line.startsWith("{")) {
            return null;
        }
        try {
            return JSON.readTree(line);
        } catch (JacksonException _) {
            return null;
        }
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
