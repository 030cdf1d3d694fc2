package dev.medley.messaging.operations;

import dev.medley.contracts.QueueDefinition;
import dev.medley.messaging.QueueDirectory;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators only: libs/web guards everything below {@code /operations}. */
@RestController
@RequestMapping("/operations/${spring.application.name}/queues")
@Tag(name = "Operations")
class QueueOperationsController {

    private static final Logger log = LoggerFactory.getLogger(QueueOperationsController.class);
    private static final int MAX_PEEKED = 100;

    private final QueueDirectory queues;
    private final QueueCounts counts;
    private final DeadLetterQueue deadLetters;

    QueueOperationsController(QueueDirectory queues, QueueCounts counts, DeadLetterQueue deadLetters) {
        this.queues = queues;
        this.counts = counts;
        this.deadLetters = deadLetters;
    }

    /** @param items the queues that this service reads */
    record QueuesResponse(List<QueueStatus> items) {}

    /** @param items some of the dead letters, in no particular order */
    record DeadLettersResponse(List<DeadLetter> items) {}

    @GetMapping
    @Operation(summary = "The queues of this service and how much they hold")
    QueuesResponse listQueues() {
        return new QueuesResponse(queues.consumed().stream().map(counts::of).toList());
    }

    @GetMapping("/{queue}/dead-letters")
    @Operation(summary = "Look at dead letters without removing them")
    DeadLettersResponse peek(@PathVariable String queue, @RequestParam(defaultValue = "10") int limit) {
        if (limit < 1 || limit > MAX_PEEKED) {
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, "limit is between 1 and " + MAX_PEEKED + ".");
        }
        return new DeadLettersResponse(deadLetters.peek(find(queue), limit));
    }

    @PostMapping("/{queue}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Put all dead letters back into the queue")
    Redrive redrive(@PathVariable String queue) {
        Redrive redrive = deadLetters.redrive(find(queue));
        log.info("Dead letters of {} are redriven by an operator", queue);
        return redrive;
    }

    private QueueDefinition find(String name) {
        return queues.consumed().stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(ProblemCode.NOT_FOUND, "This service reads no queue of that name."));
    }
}
