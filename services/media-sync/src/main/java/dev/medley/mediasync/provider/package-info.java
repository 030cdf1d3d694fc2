/** Providers of media, as each is reached and what each tells of its media. */
@NullMarked
package dev.medley.mediasync.provider;

import org.jspecify.annotations.NullMarked;
