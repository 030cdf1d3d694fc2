/** Statements whose conditions depend on what was asked for. */
@NullMarked
package dev.medley.identity.query;

import org.jspecify.annotations.NullMarked;
