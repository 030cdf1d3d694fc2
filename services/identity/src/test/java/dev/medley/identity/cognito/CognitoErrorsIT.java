package dev.medley.identity.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every error of the user pool through the real SDK, as a client of this service sees it. */
@PlatformTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "medley.cognito.call-limit=6s",
            "medley.cognito.attempt-limit=300ms",
            "medley.identity.answer-step=1ms",
            "medley.identity.mail-step=1ms"
        })
class CognitoErrorsIT {

    private static final FakePool POOL = new FakePool();

    /** Words that no client may see, whatever the pool says. */
    private static final String INTERNAL = "arn:aws:lambda:eu-central-1:123456789012:function:inside";

    private final String email = "user-" + UUID.randomUUID() + "@example.com";

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    private IdentityClient client;

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry registry) {
        registry.add("medley.cognito.endpoint", POOL::endpoint);
    }

    @AfterAll
    static void close() {
        POOL.close();
    }

    @BeforeEach
    void connect() {
        client = new IdentityClient(port);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(textBlock = """
            # route,                  error,                                    message,                                     status, code,                          retry after
            /auth/signin,             NotAuthorizedException,                   Incorrect username or password.,             401,    invalid-credentials,
            /auth/signin,             NotAuthorizedException,                   User is disabled.,                           401,    invalid-credentials,
            /auth/signin,             UserNotFoundException,                    User does not exist.,                        401,    invalid-credentials,
            /auth/signin,             UserNotConfirmedException,                User is not confirmed.,                      403,    account-not-confirmed,
            /auth/signin,             PasswordResetRequiredException,           Password reset required for the user,        403,    password-reset-required,
            /auth/signin,             NotAuthorizedException,                   Password attempts exceeded,                  429,    too-many-attempts,             900
            /auth/signin,             LimitExceededException,                   INTERNAL,                                    429,    too-many-attempts,             900
            /auth/signin,             TooManyRequestsException,                 INTERNAL,                                    429,    too-many-attempts,             900
            /auth/signin,             ForbiddenException,                       INTERNAL,                                    403,    request-blocked,
            /auth/signin,             InvalidParameterException,                INTERNAL,                                    400,    invalid-request,
            /auth/signin,             InvalidParameterException,                USER_PASSWORD_AUTH flow not enabled for this client, 503, identity-provider-unavailable, 30
            /auth/signin,             UnexpectedLambdaException,                INTERNAL,                                    503,    identity-provider-unavailable, 30
            /auth/signin,             InvalidLambdaResponseException,           INTERNAL,                                    503,    identity-provider-unavailable, 30
            /auth/signin,             InvalidUserPoolConfigurationException,    INTERNAL,                                    503,    identity-provider-unavailable, 30
            /auth/signin,             ResourceNotFoundException,                INTERNAL,                                    503,    identity-provider-unavailable, 30
            /auth/signin,             InternalErrorException,                   INTERNAL,                                    503,    identity-provider-unavailable, 30
            /auth/signin,             AccessDeniedException,                    INTERNAL,                                    503,    identity-provider-unavailable, 30
            /auth/signin,             NotAuthorizedException,                   Unable to verify secret hash for client inside7, 503,    identity-provider-unavailable, 30
            /auth/signin,             NotAuthorizedException,                   Client inside7 is configured with secret but SECRET_HASH was not received, 503, identity-provider-unavailable, 30
            /auth/refresh,            NotAuthorizedException,                   Refresh Token has been revoked,              401,    session-expired,
            /auth/refresh,            NotAuthorizedException,                   Refresh Token has expired,                   401,    session-expired,
            /auth/refresh,            NotAuthorizedException,                   Invalid Refresh Token,                       401,    session-expired,
            /auth/refresh,            UserNotFoundException,                    User does not exist.,                        401,    session-expired,
            /auth/refresh,            NotAuthorizedException,                   SecretHash does not match for the client: 1, 503,    identity-provider-unavailable, 30
            /auth/signup,             InvalidPasswordException,                 INTERNAL,                                    422,    weak-password,
            /auth/signup,             CodeDeliveryFailureException,             INTERNAL,                                    502,    delivery-failed,
            /auth/signup,             UserLambdaValidationException,            PreSignUp failed with error INTERNAL.,       422,    signup-rejected,
            /auth/signup,             UnexpectedLambdaException,                INTERNAL,                                    503,    identity-provider-unavailable, 30
            /auth/signup,             ForbiddenException,                       INTERNAL,                                    403,    request-blocked,
            /auth/verify,             CodeMismatchException,                    Invalid verification code provided,          422,    code-invalid,
            /auth/verify,             ExpiredCodeException,                     Invalid code provided,                       422,    code-expired,
            /auth/verify,             AliasExistsException,                     INTERNAL,                                    409,    account-exists,
            /auth/verify,             NotAuthorizedException,                   User cannot be confirmed. Current status is CONFIRMED, 422, code-invalid,
            /auth/verify,             UserNotFoundException,                    INTERNAL,                                    422,    code-invalid,
            /auth/verify,             TooManyFailedAttemptsException,           INTERNAL,                                    429,    too-many-attempts,             900
            /auth/resend-code,        LimitExceededException,                   Attempt limit exceeded,                      429,    too-many-attempts,             900
            /auth/forgot-password,    LimitExceededException,                   Attempt limit exceeded,                      429,    too-many-attempts,             900
            /auth/forgot-password,    NotAuthorizedException,                   Unable to verify secret hash for client inside7, 503,    identity-provider-unavailable, 30
            /auth/confirm-forgot-password, CodeMismatchException,               INTERNAL,                                    422,    code-invalid,
            /auth/confirm-forgot-password, ExpiredCodeException,                INTERNAL,                                    422,    code-invalid,
            /auth/confirm-forgot-password, UserNotFoundException,               INTERNAL,                                    422,    code-invalid,
            /auth/confirm-forgot-password, InvalidPasswordException,            INTERNAL,                                    422,    weak-password,
            /auth/confirm-forgot-password, PasswordHistoryPolicyViolationException, INTERNAL,                                422,    weak-password,
            /auth/confirm-forgot-password, TooManyFailedAttemptsException,      INTERNAL,                                    429,    too-many-attempts,             900
            /auth/challenge,          UserLambdaValidationException,            DefineAuthChallenge failed with error x.,    503,    identity-provider-unavailable, 30
            /auth/challenge,          InvalidLambdaResponseException,           INTERNAL,                                    503,    identity-provider-unavailable, 30
            /auth/challenge,          NotAuthorizedException,                   Unable to verify secret hash for client inside7, 503,    identity-provider-unavailable, 30
            /auth/challenge,          TooManyRequestsException,                 INTERNAL,                                    429,    too-many-attempts,             900
            """)
    void everyErrorHasItsAnswer(
            String route, String error, String message, int status, String code, @Nullable String retryAfter) {
        POOL.fail(error, message.replace("INTERNAL", INTERNAL));

        assertProblem(client.post(route, body(route)), status, code, retryAfter == null ? "" : retryAfter);
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/resend-code, InvalidParameterException",
        "/auth/resend-code, UserNotFoundException",
        "/auth/resend-code, CodeDeliveryFailureException",
        "/auth/forgot-password, UserNotFoundException",
        "/auth/forgot-password, InvalidParameterException",
        "/auth/forgot-password, UserNotConfirmedException",
        "/auth/forgot-password, CodeDeliveryFailureException",
        "/auth/forgot-password, NotAuthorizedException"
    })
    void whatWouldTellAnAccountFromNoneIsNoError(String route, String error) {
        POOL.fail(error, INTERNAL);

        Answer answer = client.post(route, body(route));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.response().body()).doesNotContain(INTERNAL);
    }

    @Test
    void aPoolThatSaysNothingIsGivenUpInTime() {
        POOL.fallSilent();

        assertProblem(client.post("/auth/signin", body("/auth/signin")), 503, "identity-provider-unavailable", "30");
    }

    @Test
    void onlyFaultsOfThisServicesClientCallAnOperator() {
        double before = misconfigured();
        POOL.fail("NotAuthorizedException", "Incorrect username or password.");
        client.post("/auth/signin", body("/auth/signin"));
        POOL.fail("InternalErrorException", INTERNAL);
        client.post("/auth/signin", body("/auth/signin"));
        assertThat(misconfigured()).isEqualTo(before);

        POOL.fail("NotAuthorizedException", "Unable to verify secret hash for client inside7");
        client.post("/auth/signin", body("/auth/signin"));
        POOL.fail("ResourceNotFoundException", "User pool client inside7 does not exist.");
        client.post("/auth/signin", body("/auth/signin"));
        assertThat(misconfigured()).isEqualTo(before + 2);
    }

    private double misconfigured() {
        return meters.counter("identity.cognito.misconfigured").count();
    }

    private void assertProblem(Answer answer, int status, String code, String retryAfter) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
        assertThat(answer.response().body())
                .doesNotContain(INTERNAL)
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("cognito")
                .doesNotContainIgnoringCase("lambda")
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("inside7");
    }

    private Map<String, String> body(String route) {
        return switch (route) {
            case "/auth/signin", "/auth/signup" -> Map.of("email", email, "password", "Correct-Horse-7!");
            case "/auth/verify" -> Map.of("email", email, "code", "123456");
            case "/auth/refresh" -> Map.of("refreshToken", UUID.randomUUID() + ".token");
            case "/auth/confirm-forgot-password" ->
                Map.of("email", email, "code", "123456", "newPassword", "Correct-Horse-7!");
            default -> Map.of("email", email);
        };
    }
}
