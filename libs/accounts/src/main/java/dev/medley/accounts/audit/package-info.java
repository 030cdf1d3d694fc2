/** Telling the audit log, which identity keeps, of what happens in other services. */
@NullMarked
package dev.medley.accounts.audit;

import org.jspecify.annotations.NullMarked;
