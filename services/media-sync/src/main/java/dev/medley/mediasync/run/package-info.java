/** Runs over a provider's library: started by request or schedule, listed page by page, summed up at their end. */
@NullMarked
package dev.medley.mediasync.run;

import org.jspecify.annotations.NullMarked;
