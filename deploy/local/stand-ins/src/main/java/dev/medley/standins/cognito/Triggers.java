package dev.medley.standins.cognito;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls the Lambda with the event that all triggers share and reads its answer.
 *
 * <p>Never inside a transaction. The Lambda may call the pool for the very user that set it off; if that user's row were
 * locked, each would wait for the other. Operations with triggers therefore run in steps: what must be checked or stored
 * before is committed, the Lambda runs, what follows from its answer is a transaction of its own that looks again.
 */
final class Triggers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final UserPool pool;
    private volatile @Nullable LambdaInvoker invoker;

    Triggers(UserPool pool) {
        this.pool = pool;
    }

    void use(LambdaTriggers lambda, Duration timePerTry) {
        invoker = new LambdaInvoker(lambda, timePerTry);
    }

    boolean configured() {
        return invoker != null;
    }

    /** A request or response to be filled, as JSON. */
    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A map as JSON. */
    static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    /**
     * Calls a trigger.
     *
     * @param userName of the user, or what a client gave as such
     * @param request what the trigger gets beside the metadata, which is added where there is any
     * @param response the members to be filled in
     * @return the Lambda's response; empty when no Lambda is configured
     */
    Optional<TriggerResponse> call(
            TriggerSource source, TriggerContext context, String userName, ObjectNode request, ObjectNode response) {
        LambdaInvoker configured = invoker;
        if (configured == null) {
            return Optional.empty();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(source.wireName() + " would run inside a transaction");
        }
        if (!context.clientMetadata().isEmpty()) {
            request.set("clientMetadata", json(context.clientMetadata()));
        }
        ObjectNode event = object();
        event.put("version", "1");
        event.put("triggerSource", source.wireName());
        event.put("region", pool.region());
        event.put("userPoolId", pool.id());
        event.put("userName", userName);
        event.set(
                "callerContext",
                json(Map.of("awsSdkVersion", "aws-sdk-unknown-unknown", "clientId", context.clientId())));
        event.set("request", request);
        event.set("response", response);
        return Optional.of(read(source, configured.invoke(source, event.toString())));
    }

    private static TriggerResponse read(TriggerSource source, String returned) {
        JsonNode event = parse(returned);
        JsonNode response = event.get("response");
        JsonNode error = event.get("errorMessage");
        if (response == null && error != null) {
            throw new CognitoError(
                    ErrorType.USER_LAMBDA_VALIDATION,
                    "%s failed with error %s.".formatted(source.trigger(), error.asString()));
        }
        if (response == null || !response.isObject()) {
            throw TriggerResponse.unrecognizable();
        }
        return new TriggerResponse(response);
    }

    private static JsonNode parse(String returned) {
        try {
            JsonNode event = JSON.readTree(returned);
            if (!event.isMissingNode()) {
                return event;
            }
        } catch (JacksonException _) {
            // What is no JSON is refused like what is nothing at all.
        }
        throw new CognitoError(ErrorType.INVALID_LAMBDA_RESPONSE, "Invalid lambda function output : Invalid JSON");
    }
}
