package dev.medley.web.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;

/** Keeps the bytes of a body that is sent under a key, since a controller method sees them only as objects. */
final class KeptBody extends OncePerRequestFilter {

    private final int limit;

    KeptBody(DataSize limit) {
        this.limit = Math.toIntExact(limit.toBytes());
    }

    /** The whole body, as sent. */
    static byte[] of(HttpServletRequest request) throws IOException {
        ContentCachingRequestWrapper kept = WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class);
        if (kept == null) {
            throw new IllegalStateException("a multipart request cannot be idempotent");
        }
        // What no argument asked for has not been read yet.
        kept.getInputStream().transferTo(OutputStream.nullOutputStream());
        return kept.getContentAsByteArray();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new ContentCachingRequestWrapper(request, limit), response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getHeader(IdempotencyKey.HEADER) == null || (type != null && type.startsWith("multipart/"));
    }
}
