package dev.medley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulesTests {

    @Test
    void everyScheduleLeadsToAQueueAndHasSixFields() {
        List<String> queues =
                Queues.load().queues().stream().map(QueueDefinition::name).toList();

        assertThat(Schedules.load().schedules()).isNotEmpty().allSatisfy(schedule -> {
            assertThat(queues).contains(schedule.queue());
            assertThat(schedule.cron().split(" ")).hasSize(6);
            assertThat(schedule.input()).doesNotContainKeys("schedule", "scheduledTime");
        });
        assertThat(Schedules.load().schedules())
                .extracting(ScheduleDefinition::name)
                .doesNotHaveDuplicates();
    }
}
