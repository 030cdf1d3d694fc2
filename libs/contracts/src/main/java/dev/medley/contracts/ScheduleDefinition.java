package dev.medley.contracts;

import java.util.Map;

/**
 * One schedule of {@code deploy/schedules.yaml}.
 *
 * @param name its name
 * @param cron as EventBridge Scheduler has it, without {@code cron()}: minute, hour, day of month, month, day of week, year
 * @param queue where its message goes, without environment prefix
 * @param input members of the message
 */
public record ScheduleDefinition(String name, String cron, String queue, Map<String, String> input) {

    /** Copies the input. */
    public ScheduleDefinition {
        input = Map.copyOf(input);
    }
}
