/** Receives events and other messages, retries what may succeed later and sets aside what cannot. */
@NullMarked
package dev.medley.messaging.listener;

import org.jspecify.annotations.NullMarked;
