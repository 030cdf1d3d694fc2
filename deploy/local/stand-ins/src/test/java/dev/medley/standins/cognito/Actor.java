package dev.medley.standins.cognito;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Whoever plays a scenario on a pool, with users of their own that are gone afterwards. */
final class Actor implements AutoCloseable {

    static final String PASSWORD = "Correct-Horse-7";
    static final String OTHER_PASSWORD = "Another-Horse-8";

    private final ConformanceTarget target;
    private final List<String> emails = new ArrayList<>();

    Actor(ConformanceTarget target) {
        this.target = target;
    }

    ConformanceTarget target() {
        return target;
    }

    CognitoIdentityProviderClient client() {
        return target.client();
    }

    String newEmail() {
        String email = "fan-" + UUID.randomUUID() + "@example.com";
        emails.add(email);
        return email;
    }

    /** A user with {@link #PASSWORD} and a proven address, made without any mail. */
    String user() {
        String email = invited();
        client().adminSetUserPassword(request -> request.userPoolId(target.poolId())
                .username(email)
                .password(PASSWORD)
                .permanent(true));
        return email;
    }

    /** An invited user whose temporary password is {@link #PASSWORD}. */
    String invited() {
        String email = newEmail();
        invite(email);
        return email;
    }

    SdkPojo invite(String email) {
        return client().adminCreateUser(request -> request.userPoolId(target.poolId())
                .username(email)
                .temporaryPassword(PASSWORD)
                .messageAction("SUPPRESS")
                .userAttributes(attribute("email", email), attribute("email_verified", "true")));
    }

    SignUpResponse signUp(String email, String password) {
        return client().signUp(request -> request.clientId(target.clientId())
                .username(email)
                .password(password)
                .userAttributes(attribute("email", email)));
    }

    SdkPojo confirm(String email, String code) {
        return client().confirmSignUp(request ->
                request.clientId(target.clientId()).username(email).confirmationCode(code));
    }

    InitiateAuthResponse initiate(String clientId, AuthFlowType flow, Map<String, String> parameters) {
        return client().initiateAuth(
                        request -> request.clientId(clientId).authFlow(flow).authParameters(parameters));
    }

    InitiateAuthResponse signIn(String email, String password) {
        return initiate(
                target.clientId(), AuthFlowType.USER_PASSWORD_AUTH, Map.of("USERNAME", email, "PASSWORD", password));
    }

    AuthenticationResultType session(String email) {
        return signIn(email, PASSWORD).authenticationResult();
    }

    InitiateAuthResponse refresh(String refreshToken) {
        return initiate(target.clientId(), AuthFlowType.REFRESH_TOKEN_AUTH, Map.of("REFRESH_TOKEN", refreshToken));
    }

    SdkPojo getUser(String accessToken) {
        return client().getUser(request -> request.accessToken(accessToken));
    }

    RespondToAuthChallengeResponse answer(ChallengeNameType challenge, String session, Map<String, String> answers) {
        return client().respondToAuthChallenge(request -> request.clientId(target.clientId())
                .challengeName(challenge)
                .session(session)
                .challengeResponses(answers));
    }

    /** The parameters with the proof that the confidential client needs. */
    Map<String, String> hashed(String username, Map<String, String> parameters) {
        Map<String, String> hashed = new HashMap<>(parameters);
        hashed.put("SECRET_HASH", PoolFixture.secretHash(target.secret(), username, target.confidentialClientId()));
        return hashed;
    }

    static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    /** What differs from run to run, by what it is. */
    String neutral(String outcome) {
        String neutral = outcome;
        for (String email : emails) {
            neutral = neutral.replace(email, "<email>");
        }
        return neutral.replace(target.poolId(), "<pool>")
                .replaceAll("\\beyJ[\\w.-]+", "<token>")
                .replaceAll("[\\w+/]{43}=", "<hash>")
                .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "<uuid>")
                .replaceAll("\\b[0-9a-z]{26}\\b", "<client>");
    }

    @Override
    public void close() {
        for (String email : emails) {
            try {
                client().adminDeleteUser(
                                request -> request.userPoolId(target.poolId()).username(email));
            } catch (UserNotFoundException _) {
                // The scenario did not make this one, or deleted it itself.
            }
        }
    }
}
