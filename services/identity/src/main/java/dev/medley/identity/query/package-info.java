/** What listings ask the database for, and what may be part of it. */
@NullMarked
package dev.medley.identity.query;

import org.jspecify.annotations.NullMarked;
