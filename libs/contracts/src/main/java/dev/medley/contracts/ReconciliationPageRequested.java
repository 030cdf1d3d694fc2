package dev.medley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A part of the user pool is to be compared with the profiles. Published by identity for itself: each part asks for the
 * next, so that a run survives every instance.
 *
 * @param reconciliationId the run
 * @param from where the part begins, as the pool names it; absent for the first
 */
@EventType("reconciliation.page-requested")
public record ReconciliationPageRequested(
        String reconciliationId, @Nullable String from) {}
