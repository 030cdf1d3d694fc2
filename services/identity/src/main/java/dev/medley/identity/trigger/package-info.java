/** What the user pool asks this service about sign-ups, confirmations, mails and sign-ins. */
@NullMarked
package dev.medley.identity.trigger;

import org.jspecify.annotations.NullMarked;
