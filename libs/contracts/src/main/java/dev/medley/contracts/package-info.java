/** Events that services exchange, their envelope, and the queues that carry them. */
@NullMarked
package dev.medley.contracts;

import org.jspecify.annotations.NullMarked;
