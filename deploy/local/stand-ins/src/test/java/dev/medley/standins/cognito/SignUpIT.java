package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

@ExtendWith(PoolExtension.class)
class SignUpIT {

    private final PoolFixture pool;

    SignUpIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void aMailedCodeConfirmsTheAccount() {
        String email = pool.newEmail();

        SignUpResponse response = pool.signUp(email);

        assertThat(response.userConfirmed()).isFalse();
        assertThat(response.userSub()).matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
        assertThat(response.codeDeliveryDetails())
                .isEqualTo(CodeDeliveryDetailsType.builder()
                        .destination("f***@e***")
                        .deliveryMedium(DeliveryMediumType.EMAIL)
                        .attributeName("email")
                        .build());
        assertThat(pool.mailbox().to(email))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).matches("Your verification code is \\d{6}"));
        pool.confirm(email, pool.mailbox().newestSecret(email));
        assertThat(pool.signIn(email).accessToken()).isNotEmpty();
    }

    @Test
    void addressesAreTheSameInAnyCase() {
        String email = pool.confirmedUser();
        String shouted = email.toUpperCase(Locale.ROOT);

        assertThat(pool.signIn(shouted).accessToken()).isNotEmpty();
        assertRefusal(UsernameExistsException.class, "User already exists", () -> pool.signUp(shouted));
    }

    @Test
    void attributesAreKept() {
        String email = pool.newEmail();
        pool.client()
                .signUp(request -> request.clientId(pool.standIn().publicClientId())
                        .username(email)
                        .password(PoolFixture.PASSWORD)
                        .userAttributes(attribute("email", email), attribute("given_name", "Ada")));

        assertThat(pool.client()
                        .adminGetUser(request ->
                                request.userPoolId(pool.standIn().userPoolId()).username(email))
                        .userAttributes())
                .contains(
                        attribute("email", email),
                        attribute("given_name", "Ada"),
                        attribute("email_verified", "false"));
    }

    @Test
    void nobodyVerifiesTheirOwnAddressAtSignUp() {
        assertRefusal(
                NotAuthorizedException.class,
                "A client attempted to write unauthorized attribute",
                () -> pool.client()
                        .signUp(request -> request.clientId(pool.standIn().publicClientId())
                                .username(pool.newEmail())
                                .password(PoolFixture.PASSWORD)
                                .userAttributes(attribute("email_verified", "true"))));
    }

    @Test
    void aUsernameMustBeAnAddress() {
        assertRefusal(InvalidParameterException.class, "Username should be an email.", () -> pool.signUp("fan"));
    }

    @ParameterizedTest
    @CsvSource({
        "Aa1!aaa, Password not long enough",
        "aaaaaa1!, Password must have uppercase characters",
        "AAAAAA1!, Password must have lowercase characters",
        "Aaaaaaa!, Password must have numeric characters",
        "Aaaaaaa1, Password must have symbol characters"
    })
    void aWeakPasswordIsRefusedWithTheBrokenRule(String password, String rule) {
        assertRefusal(
                InvalidPasswordException.class,
                "Password did not conform with policy: " + rule,
                () -> pool.client()
                        .signUp(request -> request.clientId(pool.standIn().publicClientId())
                                .username(pool.newEmail())
                                .password(password)));
    }

    @Test
    void anUndeliverableCodeLeavesTheAccountToBeConfirmedLater() {
        String email = pool.newEmail();
        pool.mailbox().bounce(email);

        assertRefusal(CodeDeliveryFailureException.class, "Unable to deliver code to user", () -> pool.signUp(email));
        assertRefusal(UsernameExistsException.class, "User already exists", () -> pool.signUp(email));
    }

    @Test
    void theConfidentialClientProvesItself() {
        String email = pool.newEmail();
        String client = pool.standIn().clientId();
        Map<String, String> refusals = Map.of(
                pool.secretHash("someone.else@example.com"),
                "Unable to verify secret hash for client " + client,
                pool.secretHash("not the secret", email),
                "Unable to verify secret hash for client " + client);

        assertRefusal(
                NotAuthorizedException.class,
                "Client " + client + " is configured with secret but SECRET_HASH was not received",
                () -> pool.client()
                        .signUp(request ->
                                request.clientId(client).username(email).password(PoolFixture.PASSWORD)));
        refusals.forEach((hash, message) -> assertRefusal(
                NotAuthorizedException.class,
                message,
                () -> pool.client()
                        .signUp(request -> request.clientId(client)
                                .secretHash(hash)
                                .username(email)
                                .password(PoolFixture.PASSWORD))));
        assertThat(pool.client()
                        .signUp(request -> request.clientId(client)
                                .secretHash(pool.secretHash(email))
                                .username(email)
                                .password(PoolFixture.PASSWORD))
                        .userSub())
                .isNotEmpty();
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }
}
