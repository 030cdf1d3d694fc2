/** The user routes of the system before, for clients that still call them. */
@NullMarked
package dev.medley.identity.alias;

import org.jspecify.annotations.NullMarked;
