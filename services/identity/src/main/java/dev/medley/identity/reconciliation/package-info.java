/** Runs that make up for profiles that were lost between the user pool and this service. */
@NullMarked
package dev.medley.identity.reconciliation;

import org.jspecify.annotations.NullMarked;
