/** Has tracked media copied: a few of each provider at a time, under a lease, and tells what became of each. */
@NullMarked
package dev.medley.mediasync.copy;

import org.jspecify.annotations.NullMarked;
