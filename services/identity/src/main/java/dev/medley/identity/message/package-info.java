/** What mails to users say, in their language. */
@NullMarked
package dev.medley.identity.message;

import org.jspecify.annotations.NullMarked;
