package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@ExtendWith(PoolExtension.class)
class AttributesIT {

    private final PoolFixture pool;

    AttributesIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void usersChangeTheirOwnAttributes() {
        String token = pool.signIn(pool.confirmedUser()).accessToken();

        assertThat(update(token, "given_name", "Ada", "locale", "en", "custom:label", "north"))
                .isEmpty();
        assertThat(own(token)).containsEntry("given_name", "Ada").containsEntry("custom:label", "north");

        update(token, "locale", "");
        assertThat(own(token)).doesNotContainKey("locale").containsEntry("given_name", "Ada");

        pool.client()
                .deleteUserAttributes(
                        request -> request.accessToken(token).userAttributeNames("given_name", "custom:label"));
        assertThat(own(token)).doesNotContainKeys("given_name", "custom:label");
    }

    @Test
    void aNewAddressCountsAtOnceAndIsProvenByTheCodeSentThere() {
        String old = pool.confirmedUser();
        String fresh = pool.newEmail();
        String token = pool.signIn(old).accessToken();

        assertThat(update(token, "email", fresh)).singleElement().satisfies(delivery -> {
            assertThat(delivery.destination()).isEqualTo("f***@e***");
            assertThat(delivery.attributeName()).isEqualTo("email");
        });

        assertThat(own(token)).containsEntry("email", fresh).containsEntry("email_verified", "false");
        assertThat(pool.signIn(fresh)).isNotNull();
        assertRefusal(NotAuthorizedException.class, "Incorrect username or password.", () -> pool.signIn(old));
        String code = pool.mailbox().newestSecret(fresh);
        assertRefusal(
                CodeMismatchException.class,
                "Invalid verification code provided, please try again.",
                () -> verify(token, code.equals("000000") ? "000001" : "000000"));
        verify(token, code);
        assertThat(own(token)).containsEntry("email_verified", "true");
        assertRefusal(
                ExpiredCodeException.class,
                "Invalid code provided, please request a code again.",
                () -> verify(token, code));
    }

    @Test
    void aCodeSentToAnAddressThatWasLeftIsVoid() {
        String token = pool.signIn(pool.confirmedUser()).accessToken();
        String left = pool.newEmail();
        update(token, "email", left);
        String code = pool.mailbox().newestSecret(left);

        adminUpdate(left, "email", pool.newEmail(), "email_verified", "true");

        assertRefusal(
                ExpiredCodeException.class,
                "Invalid code provided, please request a code again.",
                () -> verify(token, code));
    }

    @Test
    void aCodeCanBeAskedForAgainFiveTimesAnHour() {
        String token = pool.signIn(pool.confirmedUser()).accessToken();
        String email = pool.newEmail();
        update(token, "email", email);
        String first = pool.mailbox().newestSecret(email);
        for (int i = 0; i < 5; i++) {
            sendCode(token, "email");
        }

        assertRefusal(
                LimitExceededException.class,
                "Attempt limit exceeded, please try after some time.",
                () -> sendCode(token, "email"));
        assertThat(pool.mailbox().newestSecret(email)).isNotEqualTo(first);
        verify(token, pool.mailbox().newestSecret(email));
        assertRefusal(
                InvalidParameterException.class,
                "Only email can be verified in this user pool.",
                () -> sendCode(token, "phone_number"));
    }

    @Test
    void anAddressBelongsToOneUser() {
        String taken = pool.confirmedUser();
        String token = pool.signIn(pool.confirmedUser()).accessToken();

        assertRefusal(
                AliasExistsException.class,
                "An account with the given email already exists.",
                () -> update(token, "email", taken.toUpperCase(Locale.ROOT)));
        assertRefusal(
                AliasExistsException.class,
                "An account with the given email already exists.",
                () -> adminUpdate(own(token).getOrDefault("email", ""), "email", taken));
    }

    @Test
    void anUndeliveredCodeIsReportedAndTheChangeStays() {
        String token = pool.signIn(pool.confirmedUser()).accessToken();
        String bouncing = pool.newEmail();
        pool.mailbox().bounce(bouncing);

        assertRefusal(
                CodeDeliveryFailureException.class,
                "Unable to deliver code to user",
                () -> update(token, "email", bouncing));
        assertThat(own(token)).containsEntry("email", bouncing);
    }

    @ParameterizedTest
    @CsvSource({
        "email_verified, true, NotAuthorizedException",
        "sub, 1, NotAuthorizedException",
        "email, nowhere, InvalidParameterException",
        "shoe_size, 42, InvalidParameterException",
        "custom:a-name-that-is-far-too-long, 1, InvalidParameterException",
    })
    void whatUsersMayNotWriteIsRefused(String name, String value, String refusal) {
        String token = pool.signIn(pool.confirmedUser()).accessToken();

        assertThat(catchThrowableOfType(CognitoIdentityProviderException.class, () -> update(token, name, value))
                        .awsErrorDetails()
                        .errorCode())
                .isEqualTo(refusal);
    }

    @Test
    void administratorsChangeAndProveAnything() {
        String email = pool.confirmedUser();
        String token = pool.signIn(email).accessToken();
        String proven = pool.newEmail();
        String unproven = pool.newEmail();

        adminUpdate(email, "email", proven, "email_verified", "true", "picture", "https://example.com/me.png");
        assertThat(own(token)).containsEntry("email_verified", "true").containsKey("picture");
        assertThat(pool.mailbox().to(proven)).isEmpty();

        adminUpdate(proven, "email", unproven);
        assertThat(own(token)).containsEntry("email_verified", "false");
        verify(token, pool.mailbox().newestSecret(unproven));

        pool.client()
                .adminDeleteUserAttributes(
                        request -> request.userPoolId(pool.standIn().userPoolId())
                                .username(unproven)
                                .userAttributeNames("picture"));
        assertThat(own(token)).doesNotContainKey("picture");
        assertRefusal(
                InvalidParameterException.class,
                "Cannot delete required attribute email",
                () -> pool.client()
                        .adminDeleteUserAttributes(
                                request -> request.userPoolId(pool.standIn().userPoolId())
                                        .username(unproven)
                                        .userAttributeNames("email")));
    }

    @Test
    void theMailsOfChangedAddressesCanBeWordedToo() {
        RecordingLambda lambda = new RecordingLambda();
        pool.standIn().useTriggers(lambda);
        String token = pool.signIn(pool.confirmedUser()).accessToken();
        String email = pool.newEmail();

        pool.client()
                .updateUserAttributes(request -> request.accessToken(token)
                        .userAttributes(attributes("email", email))
                        .clientMetadata(Map.of("locale", "it")));
        sendCode(token, "email");

        assertThat(lambda.event("CustomMessage_UpdateUserAttribute", email)
                        .at("/request/clientMetadata/locale")
                        .asString())
                .isEqualTo("it");
        assertThat(lambda.event("CustomMessage_VerifyUserAttribute", email)
                        .at("/callerContext/clientId")
                        .asString())
                .isEqualTo(pool.standIn().publicClientId());
    }

    private List<CodeDeliveryDetailsType> update(String token, String... pairs) {
        return pool.client()
                .updateUserAttributes(request -> request.accessToken(token).userAttributes(attributes(pairs)))
                .codeDeliveryDetailsList();
    }

    private void adminUpdate(String email, String... pairs) {
        pool.client()
                .adminUpdateUserAttributes(
                        request -> request.userPoolId(pool.standIn().userPoolId())
                                .username(email)
                                .userAttributes(attributes(pairs)));
    }

    private void sendCode(String token, String attribute) {
        pool.client()
                .getUserAttributeVerificationCode(
                        request -> request.accessToken(token).attributeName(attribute));
    }

    private void verify(String token, String code) {
        pool.client()
                .verifyUserAttribute(request ->
                        request.accessToken(token).attributeName("email").code(code));
    }

    private Map<String, String> own(String token) {
        return pool.client().getUser(request -> request.accessToken(token)).userAttributes().stream()
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    }

    private static List<AttributeType> attributes(String... pairs) {
        List<String> all = Arrays.asList(pairs);
        return IntStream.range(0, all.size() / 2)
                .mapToObj(i -> AttributeType.builder()
                        .name(all.get(2 * i))
                        .value(all.get(2 * i + 1))
                        .build())
                .toList();
    }
}
