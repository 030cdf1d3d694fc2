/** What users may do: their roles, and accounts switched off and on. */
@NullMarked
package dev.medley.identity.access;

import org.jspecify.annotations.NullMarked;
