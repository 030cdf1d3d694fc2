package dev.medley.mediasync.run;

import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.video.VideoTracker;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts runs. */
@Component
class RunStarter {

    private final Runs runs;
    private final Positions positions;
    private final VideoTracker tracker;

    RunStarter(Runs runs, Positions positions, VideoTracker tracker) {
        this.runs = runs;
        this.positions = positions;
        this.tracker = tracker;
    }

    /**
     * Starts a run where the last one ended, and has it try again what failed before.
     *
     * @param requestedBy the user, Cognito {@code sub}; null for a schedule
     * @param fromStart whether the whole library is listed anew
     * @return empty when a run of this provider is active
     */
    @Transactional
    public Optional<Run> start(
            MediaProvider provider, RunTrigger trigger, @Nullable String requestedBy, boolean fromStart) {
        UUID id = UUID.randomUUID();
        String position = fromStart ? null : positions.find(provider.name()).orElse(null);
        if (!runs.add(id, provider.name(), trigger, requestedBy, position)) {
            return Optional.empty();
        }
        tracker.takeLeftovers(id, provider.name());
        return runs.find(id);
    }
}
