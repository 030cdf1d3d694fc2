package dev.medley.standins.cognito;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Lambda whose answers a test sets by trigger source; what is not set gives the event back unchanged. */
final class RecordingLambda implements LambdaTriggers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();

    @Override
    public String invoke(String event) throws IOException, InterruptedException {
        ObjectNode read = (ObjectNode) JSON.readTree(event);
        events.add(read);
        return handler(read.path("triggerSource").asString()).handle(read);
    }

    /** Answers with that response. */
    void respond(String source, String response) {
        on(source, event -> event.set("response", JSON.readTree(response)).toString());
    }

    void on(String source, Handler handler) {
        handlers.put(source, handler);
    }

    /** What is set for a source. */
    Handler handler(String source) {
        return handlers.getOrDefault(source, ObjectNode::toString);
    }

    List<JsonNode> events(String source) {
        return events.stream()
                .filter(event -> event.path("triggerSource").asString().equals(source))
                .toList();
    }

    /** The one event of that source for the user of an address. */
    JsonNode event(String source, String email) {
        List<JsonNode> found = events(source).stream()
                .filter(event ->
                        event.at("/request/userAttributes/email").asString().equals(email))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d events %s for %s".formatted(found.size(), source, email));
        }
        return found.getFirst();
    }

    /** What the Lambda does with an event. */
    @FunctionalInterface
    interface Handler {

        String handle(ObjectNode event) throws IOException, InterruptedException;
    }
}
