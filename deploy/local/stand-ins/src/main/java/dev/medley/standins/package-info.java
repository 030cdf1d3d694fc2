/** Real parts in one process: PostgreSQL, SQS, S3 and a mail inbox, for the local platform and for tests. */
@NullMarked
package dev.medley.standins;

import org.jspecify.annotations.NullMarked;
