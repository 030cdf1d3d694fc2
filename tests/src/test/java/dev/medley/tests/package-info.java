/** Journeys through real service processes, killed and cut off on the way, and what their packages must not hold. */
@NullMarked
package dev.medley.tests;

import org.jspecify.annotations.NullMarked;
