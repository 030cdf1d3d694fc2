/** Erasing an account everywhere and exporting everything held of it. */
@NullMarked
package dev.medley.identity.account;

import org.jspecify.annotations.NullMarked;
