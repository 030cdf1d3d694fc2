package dev.medley.identity.cognito;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/**
 * What a sign-in or refresh yields.
 *
 * @param accessToken for the platform's APIs
 * @param idToken for the client itself
 * @param refreshToken Cognito's; absent from a refresh
 * @param expiresIn seconds until the access token ends
 */
public record Tokens(
        String accessToken, String idToken, @Nullable String refreshToken, int expiresIn) implements SignInStep {

    static Tokens from(AuthenticationResultType result) {
        return new Tokens(result.accessToken(), result.idToken(), result.refreshToken(), result.expiresIn());
    }

    /** Whose session it is, as the id token says. */
    public PoolUser user() {
        try {
            JWTClaimsSet claims = SignedJWT.parse(idToken).getJWTClaimsSet();
            return new PoolUser(
                    claims.getSubject(), claims.getStringClaim("email"), isTrue(claims.getClaim("email_verified")));
        } catch (ParseException e) {
            throw new IllegalStateException("the user pool issued an id token that cannot be read", e);
        }
    }

    /** Cognito writes the claim as JSON's true, its documentation also shows it as text. */
    private static boolean isTrue(@Nullable Object claim) {
        return claim != null && claim.toString().equals("true");
    }

    /** Leaves the tokens out, so that none gets into a log. */
    @Override
    public String toString() {
        return "Tokens[for " + expiresIn + " s]";
    }
}
