package dev.medley.messaging.operations;

import org.jspecify.annotations.Nullable;

/**
 * Dead letters on their way back.
 *
 * @param queue where to, without environment prefix
 * @param moved how many are back already
 * @param taskHandle SQS's handle of the task that moves them in the background; absent where all are back
 */
record Redrive(String queue, int moved, @Nullable String taskHandle) {}
