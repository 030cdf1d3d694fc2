/** Credentials of providers: kept sealed, renewed in time and by one instance only, rotated every month. */
@NullMarked
package dev.medley.mediasync.credential;

import org.jspecify.annotations.NullMarked;
