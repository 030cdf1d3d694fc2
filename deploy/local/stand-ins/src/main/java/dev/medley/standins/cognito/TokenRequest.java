package dev.medley.standins.cognito;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A request to the token endpoint.
 *
 * @param form the fields of the body
 * @param authorization the header, if there is one
 */
record TokenRequest(Fields form, @Nullable String authorization) {

    private static final String BASIC = "Basic ";

    @Nullable
    String grantType() {
        return field("grant_type");
    }

    @Nullable
    String scope() {
        return field("scope");
    }

    /** From the header or the body; a request has them in one place. */
    Credentials credentials() {
        String clientId = field("client_id");
        String secret = field("client_secret");
        if (authorization == null) {
            if (clientId == null) {
                throw new Refusal("invalid_request");
            }
            return new Credentials(clientId, secret);
        }
        Credentials header = ofHeader(authorization);
        if (secret != null || (clientId != null && !clientId.equals(header.clientId()))) {
            throw new Refusal("invalid_request");
        }
        return header;
    }

    private static Credentials ofHeader(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw new Refusal("invalid_client");
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                return new Credentials(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
            }
        } catch (IllegalArgumentException _) {
            // Neither Base64 nor form encoding: refused like a header without a colon.
        }
        throw new Refusal("invalid_client");
    }

    /** RFC 6749, 2.3.1: both halves are form-encoded first. */
    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** A parameter that is repeated makes the request malformed, one without value counts as left out. */
    private @Nullable String field(String name) {
        Fields.Field field = form.get(name);
        if (field == null || field.getValue().isEmpty()) {
            return null;
        }
        if (field.hasMultipleValues()) {
            throw new Refusal("invalid_request");
        }
        return field.getValue();
    }

    /**
     * Who asks.
     *
     * @param clientId of the app client
     * @param secret null when none was sent
     */
    record Credentials(String clientId, @Nullable String secret) {}

    /** An error of RFC 6749, 5.2. Cognito answers all with status 400, also invalid_client. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String error;

        Refusal(String error) {
            // An outcome, not a fault: nobody reads its stack trace.
            super(error, null, false, false);
            this.error = error;
        }

        String error() {
            return error;
        }
    }
}
