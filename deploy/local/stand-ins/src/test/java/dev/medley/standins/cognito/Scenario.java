package dev.medley.standins.cognito;

import java.util.Set;

/**
 * Something to do with a user pool, and what Cognito answers.
 *
 * @param name of the scenario, unique
 * @param needs beside the API
 * @param expected as {@link Outcomes} writes it
 * @param body does it
 */
record Scenario(String name, Set<Need> needs, String expected, Body body) {

    static Scenario of(String name, String expected, Body body) {
        return new Scenario(name, Set.of(), expected, body);
    }

    Scenario needing(Need... more) {
        return new Scenario(name, Set.of(more), expected, body);
    }

    boolean canRunOn(ConformanceTarget target) {
        return target.offers().containsAll(needs);
    }

    @Override
    public String toString() {
        return name;
    }

    /** From the pool to the outcome. */
    @FunctionalInterface
    interface Body {

        String run(Actor actor);
    }
}
