package dev.medley.standins.cognito;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

/**
 * A running stand-in and the real SDK client that drives it. Tests share it within a class, each with users of its own.
 *
 * @param standIn under test
 * @param database its storage
 * @param clock its time
 * @param mailbox its mail
 * @param sdk the client as services have it
 * @param client the same, which also checks that errors are modelled
 */
record PoolFixture(
        CognitoStandIn standIn,
        DataSource database,
        MovableClock clock,
        Mailbox mailbox,
        CognitoIdentityProviderClient sdk,
        CognitoIdentityProviderClient client)
        implements AutoCloseable {

    /** Rounds of bcrypt: none of the tests is about its slowness. */
    private static final int FAST = 4;

    static final String PASSWORD = "Correct-Horse-7";

    static PoolFixture on(DataSource database) {
        MovableClock clock = new MovableClock();
        Mailbox mailbox = new Mailbox();
        CognitoStandIn standIn =
                CognitoStandIn.start(CognitoSettings.defaults(), database, mailbox, clock, new SlowHash(FAST));
        CognitoIdentityProviderClient sdk = sdk(standIn.endpoint());
        return new PoolFixture(standIn, database, clock, mailbox, sdk, ModelledErrors.watch(sdk));
    }

    static CognitoIdentityProviderClient sdk(URI endpoint) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    String newEmail() {
        return "fan-" + UUID.randomUUID() + "@example.com";
    }

    SignUpResponse signUp(String email) {
        return client.signUp(request ->
                request.clientId(standIn.publicClientId()).username(email).password(PASSWORD));
    }

    void confirm(String email, String code) {
        client.confirmSignUp(request ->
                request.clientId(standIn.publicClientId()).username(email).confirmationCode(code));
    }

    /** A user who signed up and confirmed, with {@link #PASSWORD}. */
    String confirmedUser() {
        String email = newEmail();
        signUp(email);
        confirm(email, mailbox.newestSecret(email));
        return email;
    }

    /** An invited user, with a temporary password. */
    String invitedUser(String password) {
        String email = newEmail();
        client.adminCreateUser(request -> request.userPoolId(standIn.userPoolId())
                .username(email)
                .temporaryPassword(password)
                .messageAction("SUPPRESS"));
        return email;
    }

    InitiateAuthResponse initiate(String email, String password) {
        return client.initiateAuth(request -> request.clientId(standIn.publicClientId())
                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", email, "PASSWORD", password)));
    }

    AuthenticationResultType signIn(String email) {
        return initiate(email, PASSWORD).authenticationResult();
    }

    AuthenticationResultType refresh(String refreshToken) {
        return client.initiateAuth(request -> request.clientId(standIn.publicClientId())
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .authParameters(Map.of("REFRESH_TOKEN", refreshToken)))
                .authenticationResult();
    }

    String secretHash(String username) {
        return secretHash(standIn.clientSecret(), username);
    }

    String secretHash(String secret, String username) {
        return secretHash(secret, username, standIn.clientId());
    }

    static String secretHash(String secret, String username, String clientId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((username + clientId).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sdk.close();
        standIn.close();
    }
}
