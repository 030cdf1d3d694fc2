package dev.medley.messaging.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a change belongs to.
 *
 * @param tracer absent where nothing is traced
 */
record CurrentTrace(@Nullable Tracer tracer) {

    /** The current span as W3C Trace Context writes it ({@code traceparent}, version 00), if there is one. */
    @Nullable
    String traceparent() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null || span.isNoop()) {
            return null;
        }
        TraceContext context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
