package dev.medley.identity.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits of the sign-in routes.
 *
 * @param limits a quota for each {@link Allowance}
 * @param answerStep answers that could tell by their time whether an account exists come at a multiple of this
 */
@ConfigurationProperties("medley.identity")
record LimitProperties(Map<Allowance, Quota> limits, Duration answerStep) {

    /** Refuses to start without one of them. */
    LimitProperties {
        if (limits == null || !limits.keySet().containsAll(Arrays.asList(Allowance.values()))) {
            throw new IllegalArgumentException(
                    "medley.identity.limits needs a quota for each of " + Arrays.toString(Allowance.values()));
        }
        if (answerStep == null || !answerStep.isPositive()) {
            throw new IllegalArgumentException("medley.identity.answer-step must be longer than nothing");
        }
        limits = Map.copyOf(limits);
    }

    Quota of(Allowance allowance) {
        Quota quota = limits.get(allowance);
        if (quota == null) {
            throw new IllegalStateException("no quota for " + allowance);
        }
        return quota;
    }
}
