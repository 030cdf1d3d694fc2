/** The append-only log of security-relevant actions. */
@NullMarked
package dev.medley.identity.audit;

import org.jspecify.annotations.NullMarked;
