package dev.medley.standins.cognito;

import java.util.Map;

/**
 * What a trigger learns about the request that set it off.
 *
 * @param clientId the app client; administrators have none
 * @param clientMetadata what the request says for triggers alone
 */
record TriggerContext(String clientId, Map<String, String> clientMetadata) {

    /** What the service puts in place of a client id when an administrator calls. */
    private static final String NO_CLIENT = "CLIENT_ID_NOT_APPLICABLE";

    TriggerContext {
        clientMetadata = Map.copyOf(clientMetadata);
    }

    static TriggerContext of(AppClient client, Input input) {
        return new TriggerContext(client.id(), input.parameters("ClientMetadata"));
    }

    static TriggerContext ofAdministrator(Input input) {
        return new TriggerContext(NO_CLIENT, input.parameters("ClientMetadata"));
    }

    /**
     * For the beginning of a sign-in, whose metadata custom challenges do not see, by the
     * <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html">API
     * reference</a>.
     */
    static TriggerContext withoutMetadata(AppClient client) {
        return new TriggerContext(client.id(), Map.of());
    }
}
