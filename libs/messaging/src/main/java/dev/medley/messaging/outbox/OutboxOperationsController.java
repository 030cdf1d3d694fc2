package dev.medley.messaging.outbox;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators only: libs/web guards everything below {@code /operations}. */
@RestController
@RequestMapping("/operations/${spring.application.name}/outbox")
@Tag(name = "Operations")
class OutboxOperationsController {

    private static final Logger log = LoggerFactory.getLogger(OutboxOperationsController.class);
    private static final int MAX_LISTED = 100;

    private final OutboxBacklog backlog;
    private final OutboxSignal signal;
    private final InstantSource clock;

    OutboxOperationsController(OutboxBacklog backlog, OutboxSignal signal, InstantSource clock) {
        this.backlog = backlog;
        this.signal = signal;
        this.clock = clock;
    }

    /**
     * @param pending events that wait to be sent
     * @param parkedCount events that are parked, listed or not
     * @param parked the oldest of those, at most 100
     */
    record OutboxResponse(long pending, long parkedCount, List<ParkedEvent> parked) {}

    @GetMapping
    @Operation(summary = "Events that could not be sent")
    OutboxResponse show() {
        return new OutboxResponse(backlog.pending(), backlog.parked(), backlog.parked(MAX_LISTED));
    }

    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Try a parked event again")
    void resend(@PathVariable long id) {
        if (!backlog.release(id, clock.instant())) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no parked event " + id + ".");
        }
        log.info("Parked event {} is resent by an operator", id);
        signal.raise();
    }
}
