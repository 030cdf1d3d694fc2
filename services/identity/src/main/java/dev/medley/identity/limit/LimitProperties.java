package dev.medley.identity.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits of the sign-in routes.
 *
 * @param limits a quota for each {@link Allowance}
 * @param answerStep refusals that could tell by their time whether an account exists come at a multiple of this
 * @param mailStep the same for answers to requests that send mail, which take longest when there is something to send
 */
@ConfigurationProperties("medley.identity")
record LimitProperties(Map<Allowance, Quota> limits, Duration answerStep, Duration mailStep) {

    /** Refuses to start without one of them. */
    LimitProperties {
        if (limits == null || !limits.keySet().containsAll(Arrays.asList(Allowance.values()))) {
            throw new IllegalArgumentException(
                    "medley.identity.limits needs a quota for each of " + Arrays.toString(Allowance.values()));
        }
        requirePositive("answer-step", answerStep);
        requirePositive("mail-step", mailStep);
        limits = Map.copyOf(limits);
    }

    private static void requirePositive(String name, Duration step) {
        if (step == null || !step.isPositive()) {
            throw new IllegalArgumentException("medley.identity.%s must be longer than nothing".formatted(name));
        }
    }

    Quota of(Allowance allowance) {
        Quota quota = limits.get(allowance);
        if (quota == null) {
            throw new IllegalStateException("no quota for " + allowance);
        }
        return quota;
    }
}
