package dev.medley.contracts;

import java.util.List;

/**
 * The schedules of {@code deploy/schedules.yaml}, which is packed into this library.
 *
 * @param schedules in file order
 */
public record Schedules(List<ScheduleDefinition> schedules) {

    /** Copies the list. */
    public Schedules {
        schedules = List.copyOf(schedules);
    }

    /** Reads the packed file; unknown keys in it are an error. */
    public static Schedules load() {
        return PackedDefinitions.load("/medley/schedules.yaml", Schedules.class);
    }
}
