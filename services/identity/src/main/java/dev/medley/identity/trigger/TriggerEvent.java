package dev.medley.identity.trigger;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event of the user pool. What this service does not know of it stays as it is. */
public final class TriggerEvent {

    /** The only version of these triggers so far. */
    private static final String VERSION = "1";

    private final ObjectNode event;

    private TriggerEvent(ObjectNode event) {
        this.event = event;
    }

    /**
     * An event as it came.
     *
     * @throws ProblemException {@code invalid-request} when it lacks what every event has
     */
    static TriggerEvent of(JsonNode json) {
        if (!(json instanceof ObjectNode event)
                || !event.path("triggerSource").isString()
                || !event.path("userName").isString()
                || !event.path("request").isObject()) {
            throw invalid("A trigger event is an object with triggerSource, userName and request.");
        }
        String version = event.path("version").asString("");
        if (!version.equals(VERSION)) {
            throw invalid("Version %s of trigger events is accepted, not \"%s\".".formatted(VERSION, version));
        }
        if (!event.path("response").isObject()) {
            event.putObject("response");
        }
        return new TriggerEvent(event);
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemCode.INVALID_REQUEST, detail);
    }

    /** The trigger and its occasion, for example {@code PreSignUp_SignUp}. */
    public String source() {
        return event.path("triggerSource").asString();
    }

    /** The user's name in the pool; what the client gave as such when there is no user. */
    public String userName() {
        return event.path("userName").asString();
    }

    /** What the pool says for this trigger. */
    public JsonNode request() {
        return event.path("request");
    }

    /** A text of the request, if it is there. */
    public @Nullable String text(String name) {
        return optional(request().path(name));
    }

    /** An attribute of the user, if it is there. */
    public @Nullable String attribute(String name) {
        return optional(request().path("userAttributes").path(name));
    }

    /** What the client of the pool sent along, if it did. Anybody can send anything. */
    public @Nullable String clientMetadata(String name) {
        return optional(request().path("clientMetadata").path(name));
    }

    private static @Nullable String optional(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    /** What the pool gets back. */
    public ObjectNode response() {
        return (ObjectNode) event.path("response");
    }

    JsonNode json() {
        return event;
    }
}
