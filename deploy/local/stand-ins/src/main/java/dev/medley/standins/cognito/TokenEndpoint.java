package dev.medley.standins.cognito;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /oauth2/token} for services that act in their own name: the client credentials grant of
 * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749</a>, answered as Cognito's
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html">token endpoint</a> does.
 */
final class TokenEndpoint {

    static final String PATH = "/oauth2/token";

    private final AppClients clients;
    private final TokenIssuer tokens;

    TokenEndpoint(AppClients clients, TokenIssuer tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    /** The tokens for a request, or {@link TokenRequest.Refusal}. */
    Issued issue(TokenRequest request) {
        String grant = request.grantType();
        if (grant == null) {
            throw new TokenRequest.Refusal("invalid_request");
        }
        AppClient client = authenticate(request);
        if (!grant.equals("client_credentials")) {
            throw new TokenRequest.Refusal("unsupported_grant_type");
        }
        if (!client.service()) {
            throw new TokenRequest.Refusal("unauthorized_client");
        }
        String accessToken = tokens.issue(client, scopes(client, request.scope()));
        return new Issued(accessToken, tokens.accessTokenSeconds(), "Bearer");
    }

    /** A client without secret cannot prove itself, and one that is unknown fails like one with a wrong secret. */
    private AppClient authenticate(TokenRequest request) {
        TokenRequest.Credentials credentials = request.credentials();
        return clients.find(credentials.clientId())
                .filter(found -> found.secret() != null && found.accepts(credentials.secret()))
                .orElseThrow(() -> new TokenRequest.Refusal("invalid_client"));
    }

    private static Set<String> scopes(AppClient client, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return new LinkedHashSet<>(client.scopes());
        }
        List<String> scopes = Arrays.asList(asked.strip().split(" +", -1));
        if (!client.scopes().containsAll(scopes)) {
            throw new TokenRequest.Refusal("invalid_scope");
        }
        return new LinkedHashSet<>(scopes);
    }

    /**
     * The answer.
     *
     * @param accessToken signed like those of users
     * @param expiresIn its lifetime in seconds
     * @param tokenType always Bearer
     */
    record Issued(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("token_type") String tokenType) {}
}
