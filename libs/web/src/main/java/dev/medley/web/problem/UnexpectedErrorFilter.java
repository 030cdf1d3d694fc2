package dev.medley.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The last stop of every exception: logs it once, with the request's id, and answers without a word about the inside. */
final class UnexpectedErrorFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrorFilter.class);
    private static final Duration OUTAGE_RETRY = Duration.ofSeconds(5);

    private final ProblemWriter writer;

    UnexpectedErrorFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AsyncRequestNotUsableException e) {
            LOG.debug("client left", e);
        } catch (ServletException | IOException | RuntimeException | StackOverflowError e) {
            // Half an answer must not look like a whole one: the container cuts the connection.
            if (response.isCommitted()) {
                throw e;
            }
            writer.write(request, response, explain(e));
        }
    }

    private static ProblemException explain(Throwable thrown) {
        Throwable failure =
                thrown instanceof ServletException && thrown.getCause() != null ? thrown.getCause() : thrown;
        ProblemException problem =
                switch (failure) {
                    case ProblemException e -> e;
                    case OptimisticLockingFailureException _ ->
                        ProblemException.of(
                                ProblemCode.CONFLICT, "Another request changed the resource meanwhile; read it again.");
                    case AuthenticationServiceException _,
                            CannotCreateTransactionException _,
                            DataAccessResourceFailureException _ ->
                        ProblemException.of(
                                        ProblemCode.SERVICE_UNAVAILABLE,
                                        StandardDetails.of(ProblemCode.SERVICE_UNAVAILABLE))
                                .retryAfter(OUTAGE_RETRY);
                    default ->
                        ProblemException.of(ProblemCode.INTERNAL_ERROR, StandardDetails.of(ProblemCode.INTERNAL_ERROR));
                };
        if (problem.code().status() >= 500) {
            LOG.error("request failed: {}", problem.code().code(), failure);
        }
        return problem;
    }
}
