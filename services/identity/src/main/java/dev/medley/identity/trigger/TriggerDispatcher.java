package dev.medley.identity.trigger;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hands each event to the handler of its trigger. */
@Component
class TriggerDispatcher {

    private final Map<Trigger, TriggerHandler> handlers = new EnumMap<>(Trigger.class);
    private final MeterRegistry meters;

    /**
     * Checks that every trigger has its handler.
     *
     * @throws IllegalStateException when one has none or two
     */
    TriggerDispatcher(List<TriggerHandler> handlers, MeterRegistry meters) {
        this.meters = meters;
        for (TriggerHandler handler : handlers) {
            if (this.handlers.put(handler.trigger(), handler) != null) {
                throw new IllegalStateException("two handlers answer " + handler.trigger());
            }
        }
        for (Trigger trigger : Trigger.values()) {
            if (!this.handlers.containsKey(trigger)) {
                throw new IllegalStateException("no handler answers " + trigger);
            }
        }
    }

    /** Has the event answered. */
    void dispatch(TriggerEvent event) {
        Trigger trigger = Trigger.of(event.source()).orElseThrow(() -> unknown(event.source()));
        String outcome = "failed";
        try {
            handlerOf(trigger).answer(event);
            outcome = "answered";
        } catch (ProblemException e) {
            outcome = "refused";
            throw e;
        } finally {
            meters.counter("identity.triggers", "trigger", trigger.tag(), "outcome", outcome)
                    .increment();
        }
    }

    private TriggerHandler handlerOf(Trigger trigger) {
        TriggerHandler handler = handlers.get(trigger);
        if (handler == null) {
            throw new IllegalStateException("no handler answers " + trigger);
        }
        return handler;
    }

    private static ProblemException unknown(String source) {
        String known = Arrays.stream(Trigger.values())
                .flatMap(trigger -> trigger.sources().stream())
                .collect(Collectors.joining(", "));
        return ProblemException.of(
                ProblemCode.INVALID_REQUEST, "triggerSource \"%s\" is not one of %s.".formatted(source, known));
    }
}
