/** Schema migrations that libraries bring along for the services that use them. */
@NullMarked
package dev.medley.data;

import org.jspecify.annotations.NullMarked;
