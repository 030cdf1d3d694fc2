/** The one Lambda behind the user pool's triggers: it passes each event on to the identity service. */
@NullMarked
package dev.medley.bridge;

import org.jspecify.annotations.NullMarked;
