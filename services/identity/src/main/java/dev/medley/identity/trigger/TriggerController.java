package dev.medley.identity.trigger;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the bridge sends events. No load balancer leads here and no API description shows it: the user pool is the only
 * caller, known by its signature and not by a token.
 */
@Hidden
@RestController
class TriggerController {

    private final TriggerSignature signatures;
    private final TriggerDispatcher dispatcher;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Counter unsigned;

    TriggerController(
            TriggerSignature signatures,
            TriggerDispatcher dispatcher,
            AuditLog audit,
            JsonMapper json,
            MeterRegistry meters) {
        this.signatures = signatures;
        this.dispatcher = dispatcher;
        this.audit = audit;
        this.json = json;
        this.unsigned = Counter.builder("identity.triggers.unsigned")
                .description("Trigger calls refused for their signature: somebody tries, or a secret is out of step")
                .register(meters);
    }

    /** The body is read as bytes, because these are what is signed. */
    @PostMapping(path = "/internal/cognito-triggers", produces = MediaType.APPLICATION_JSON_VALUE)
    String answer(
            @RequestHeader(name = TriggerSignature.TIMESTAMP, required = false) @Nullable String timestamp,
            @RequestHeader(name = TriggerSignature.SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        byte[] event = body == null ? new byte[0] : body;
        if (!signatures.matches(timestamp, signature, event)) {
            unsigned.increment();
            audit.record(AuditAction.TRIGGER_CALLED, AuditOutcome.REFUSED, null, null);
            throw ProblemException.of(ProblemCode.UNAUTHENTICATED, "The request is not signed as it must be.");
        }
        TriggerEvent parsed = TriggerEvent.of(parse(event));
        dispatcher.dispatch(parsed);
        return json.writeValueAsString(parsed.json());
    }

    private JsonNode parse(byte[] event) {
        try {
            return json.readTree(event);
        } catch (JacksonException e) {
            throw ProblemException.of(ProblemCode.MALFORMED_JSON, "A trigger event is a JSON object.")
                    .causedBy(e);
        }
    }
}
