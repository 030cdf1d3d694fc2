/** Erasing and exporting what a service holds of a user. */
@NullMarked
package dev.medley.accounts.personaldata;

import org.jspecify.annotations.NullMarked;
