package dev.medley.identity.reconciliation;

import dev.medley.web.idempotency.Idempotent;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users/reconciliations")
@Tag(name = "Reconciliation")
class ReconciliationController {

    private final Reconciliations reconciliations;

    ReconciliationController(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @PostMapping
    @Idempotent
    @Operation(
            summary = "Make profiles of confirmed users who have none",
            description = "For administrators. Goes through the whole user pool in the background; `Location` tells"
                    + " where to follow it.")
    @ApiResponse(responseCode = "202", description = "Started")
    ResponseEntity<ReconciliationResponse> startReconciliation() {
        ReconciliationResponse run = reconciliations.start();
        return ResponseEntity.accepted()
                .location(URI.create("/users/reconciliations/" + run.id()))
                .body(run);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Follow a reconciliation", description = "For administrators.")
    ReconciliationResponse reconciliation(@PathVariable UUID id) {
        return reconciliations
                .find(id)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no such reconciliation."));
    }
}
