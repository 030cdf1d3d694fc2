/** The one error catalogue and the one place that renders it, as RFC 9457 problem details. */
@NullMarked
package dev.medley.web.problem;

import org.jspecify.annotations.NullMarked;
