package dev.medley.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The schedules of {@code deploy/schedules.yaml}, which is packed into this library.
 *
 * @param schedules in file order
 */
public record Schedules(List<ScheduleDefinition> schedules) {

    private static final String RESOURCE = "/medley/schedules.yaml";

    /** Copies the list. */
    public Schedules {
        schedules = List.copyOf(schedules);
    }

    /** Reads the packed file; unknown keys in it are an error. */
    public static Schedules load() {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = Schedules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return mapper.readValue(in, Schedules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
