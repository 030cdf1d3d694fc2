/** What has been handled already, so that a message delivered twice takes effect once. */
@NullMarked
package dev.medley.messaging.inbox;

import org.jspecify.annotations.NullMarked;
