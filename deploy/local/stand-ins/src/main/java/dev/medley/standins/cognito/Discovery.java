package dev.medley.standins.cognito;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two public documents that resource servers read. */
final class Discovery {

    private static final String WELL_KNOWN = "/.well-known/";

    private final UserPool pool;
    private final URI issuer;
    private final SigningKeys keys;

    Discovery(UserPool pool, URI issuer, SigningKeys keys) {
        this.pool = pool;
        this.issuer = issuer;
        this.keys = keys;
    }

    /** The document at a path, ready to be written as JSON. */
    Optional<Object> find(String path) {
        String base = "/" + pool.id() + WELL_KNOWN;
        if (path.equals(base + "jwks.json")) {
            return Optional.of(keys.published().toJSONObject(true));
        }
        return path.equals(base + "openid-configuration") ? Optional.of(configuration()) : Optional.empty();
    }

    /** Only what is served here: there is no hosted sign-in page, hence no authorization endpoint. */
    private Map<String, Object> configuration() {
        return Map.of(
                "issuer", issuer.toString(),
                "jwks_uri", issuer + WELL_KNOWN + "jwks.json",
                "token_endpoint", issuer.resolve(TokenEndpoint.PATH).toString(),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }
}
