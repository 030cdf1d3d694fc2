package dev.medley.standins.cognito;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * A user pool to run scenarios on.
 *
 * @param client with its endpoint and credentials
 * @param poolId of the pool
 * @param clientId of a client without a secret
 * @param confidentialClientId of one with a secret; empty unless it is offered
 * @param secret of that client
 * @param rotatingClientId of one whose refresh tokens rotate; empty unless it is offered
 * @param offers what is there beside the API
 * @param newestSecret from an address to the code that was mailed there last
 * @param clock moves time on
 */
record ConformanceTarget(
        CognitoIdentityProviderClient client,
        String poolId,
        String clientId,
        String confidentialClientId,
        String secret,
        String rotatingClientId,
        Set<Need> offers,
        UnaryOperator<String> newestSecret,
        Consumer<Duration> clock) {

    static ConformanceTarget of(PoolFixture pool) {
        CognitoStandIn standIn = pool.standIn();
        standIn.useTriggers(PasswordlessLambda.create());
        return new ConformanceTarget(
                pool.client(),
                standIn.userPoolId(),
                standIn.publicClientId(),
                standIn.clientId(),
                standIn.clientSecret(),
                standIn.rotatingClientId(),
                Set.of(Need.values()),
                pool.mailbox()::newestSecret,
                pool.clock()::advance);
    }

    /** A pool of which only the API can be reached. */
    static ConformanceTarget apiOnly(CognitoIdentityProviderClient client, String poolId, String clientId) {
        return new ConformanceTarget(
                client,
                poolId,
                clientId,
                "",
                "",
                "",
                Set.of(),
                ConformanceTarget::notOffered,
                ConformanceTarget::notOffered);
    }

    ConformanceTarget withConfidentialClient(String id, String itsSecret) {
        return new ConformanceTarget(
                client,
                poolId,
                clientId,
                id,
                itsSecret,
                rotatingClientId,
                Set.of(Need.CONFIDENTIAL_CLIENT),
                newestSecret,
                clock);
    }

    private static String notOffered(String address) {
        throw new IllegalStateException("nobody can read the mail of " + address);
    }

    private static void notOffered(Duration duration) {
        throw new IllegalStateException("nobody can wait for " + duration);
    }
}
