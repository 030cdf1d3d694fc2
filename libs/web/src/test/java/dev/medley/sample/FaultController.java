package dev.medley.sample;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Fails in every way there is. */
@RestController
@RequestMapping("/faults")
class FaultController {

    @GetMapping("/unexpected")
    String unexpected() {
        throw new IllegalStateException("secret of the controller");
    }

    @GetMapping("/rate")
    String rate() {
        throw ProblemException.of(ProblemCode.RATE_LIMITED, "At most 5 a minute.")
                .retryAfter(Duration.ofMillis(1500));
    }

    @GetMapping("/status")
    String status() {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such queue.");
    }

    @GetMapping("/status-500")
    String status500() {
        throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "secret of the status");
    }

    @GetMapping("/send-error")
    void sendError(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT, "secret of sendError");
    }

    @GetMapping("/stale")
    String stale() {
        throw new OptimisticLockingFailureException("secret of the row");
    }

    @GetMapping("/database")
    String database() {
        throw new CannotCreateTransactionException("secret of the pool");
    }

    @GetMapping("/header")
    String header(@RequestHeader("X-Needed") String needed) {
        return needed;
    }

    @GetMapping("/parameter")
    String parameter(@RequestParam String needed) {
        return needed;
    }
}
