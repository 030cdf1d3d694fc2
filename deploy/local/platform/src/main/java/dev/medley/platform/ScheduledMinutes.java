package dev.medley.platform;

import dev.medley.contracts.ScheduleDefinition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The minutes of a schedule, in UTC. Of EventBridge's cron expressions it knows numbers, {@code *} and {@code ?} for
 * minute, hour, day of month and month; the other fields must be {@code *} or {@code ?}.
 *
 * @param definition the schedule
 * @param fields minute, hour, day of month and month
 */
record ScheduledMinutes(ScheduleDefinition definition, List<String> fields) {

    private static final Pattern FIELD = Pattern.compile("\\*|\\?|\\d{1,2}");
    private static final Pattern ANY = Pattern.compile("[*?]");
    private static final int COUNTED = 4;
    private static final int ALL = 6;

    static ScheduledMinutes of(ScheduleDefinition definition) {
        List<String> fields = List.of(definition.cron().split(" "));
        boolean known = fields.size() == ALL
                && fields.stream()
                        .limit(COUNTED)
                        .allMatch(field -> FIELD.matcher(field).matches())
                && fields.stream()
                        .skip(COUNTED)
                        .allMatch(field -> ANY.matcher(field).matches());
        if (!known) {
            throw new IllegalArgumentException("schedule %s: \"%s\" is more than this scheduler knows"
                    .formatted(definition.name(), definition.cron()));
        }
        return new ScheduledMinutes(definition, List.copyOf(fields.subList(0, COUNTED)));
    }

    boolean contains(Instant minute) {
        OffsetDateTime time = minute.atOffset(ZoneOffset.UTC);
        return matches(0, time.getMinute())
                && matches(1, time.getHour())
                && matches(2, time.getDayOfMonth())
                && matches(3, time.getMonthValue());
    }

    private boolean matches(int index, int value) {
        String field = fields.get(index);
        return ANY.matcher(field).matches() || Integer.parseInt(field) == value;
    }
}
