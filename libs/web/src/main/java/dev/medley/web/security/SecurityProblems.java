package dev.medley.web.security;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import dev.medley.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Renders what Spring Security refuses. The challenges are those of RFC 6750 section 3, except that a malformed
 * {@code Authorization} header is a 401 too: the caller is as unknown as with a wrong token.
 */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityProblems.class);

    private final ProblemWriter writer;

    SecurityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof OAuth2AuthenticationException) {
            LOG.info("access token refused: {}", refusal.getMessage());
            challenge(response, "Bearer error=\"invalid_token\", error_description=\"The access token is not valid\"");
            write(request, response, ProblemCode.UNAUTHENTICATED, "The access token is not valid or has expired.");
        } else {
            challenge(response, "Bearer");
            write(
                    request,
                    response,
                    ProblemCode.UNAUTHENTICATED,
                    "This route needs an access token in the Authorization header.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        challenge(response, "Bearer error=\"insufficient_scope\"");
        write(request, response, ProblemCode.FORBIDDEN, "The access token does not allow this.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        LOG.info("request refused: {}", refusal.getMessage());
        write(
                request,
                response,
                ProblemCode.INVALID_REQUEST,
                "The URL or a header holds characters that are not allowed.");
    }

    private static void challenge(HttpServletResponse response, String challenge) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code, String detail)
            throws IOException {
        writer.write(request, response, ProblemException.of(code, detail));
    }
}
