/** What ties a log line to its request and user. */
@NullMarked
package dev.medley.web.logging;

import org.jspecify.annotations.NullMarked;
