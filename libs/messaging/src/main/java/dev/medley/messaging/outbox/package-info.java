/** Events that wait in the database, committed with the change they tell of, until a queue has accepted them. */
@NullMarked
package dev.medley.messaging.outbox;

import org.jspecify.annotations.NullMarked;
