/** What operators see and do about queues and dead letters. */
@NullMarked
package dev.medley.messaging.operations;

import org.jspecify.annotations.NullMarked;
