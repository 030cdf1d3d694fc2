package dev.medley.mediasync.run;

import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.MediaProviders;
import dev.medley.web.idempotency.Idempotent;
import dev.medley.web.paging.CursorCodec;
import dev.medley.web.paging.Cursors;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sync/runs")
@Tag(name = "Runs")
class RunController {

    private final MediaProviders providers;
    private final RunStarter starter;
    private final RunCanceller canceller;
    private final Runs runs;
    private final CursorCodec cursors;

    RunController(
            MediaProviders providers, RunStarter starter, RunCanceller canceller, Runs runs, CursorCodec cursors) {
        this.providers = providers;
        this.starter = starter;
        this.canceller = canceller;
        this.runs = runs;
        this.cursors = cursors;
    }

    @PostMapping
    @Idempotent
    @Operation(
            summary = "Copy what is new at a provider",
            description =
                    "For operators. Goes on where the last run ended, lists up to 1,000 media and tries again what"
                            + " failed before. One run of a provider is active at a time. `Location` tells where to follow it.")
    @ApiResponse(responseCode = "202", description = "Started")
    ResponseEntity<RunResponse> startRun(CurrentUser user, @Valid @RequestBody StartRunRequest request) {
        MediaProvider provider = providers.get(request.provider());
        Run run = starter.start(provider, RunTrigger.REQUEST, user.sub(), Boolean.TRUE.equals(request.fromStart()))
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.CONFLICT,
                        "A run of %s is active: %s."
                                .formatted(
                                        provider.name(),
                                        runs.active(provider.name())
                                                .map(active -> "/sync/runs/" + active.id())
                                                .orElse("it has just ended"))));
        return ResponseEntity.accepted()
                .location(URI.create("/sync/runs/" + run.id()))
                .body(RunResponse.from(run));
    }

    @GetMapping
    @Operation(summary = "List runs, newest first", description = "For operators.")
    Page<RunResponse> listRuns(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageLimit size = PageLimit.of(limit);
        Cursors pages = cursors.forListing("runs");
        List<String> position = pages.decode(cursor);
        List<Run> found = position == null
                ? runs.list(null, null, size.rowsToRead())
                : runs.list(Instant.parse(position.get(0)), UUID.fromString(position.get(1)), size.rowsToRead());
        return Page.of(
                        found,
                        size,
                        run -> pages.encode(
                                List.of(run.createdAt().toString(), run.id().toString())))
                .map(RunResponse::from);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Follow a run", description = "For operators.")
    RunResponse findRun(@PathVariable UUID id) {
        return runs.find(id)
                .map(RunResponse::from)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no such run."));
    }

    @PostMapping("/{id}/cancel")
    @Operation(
            summary = "Stop a run",
            description = "For operators. What it has not copied counts as failed, so the next run tries it again.")
    RunResponse cancelRun(@PathVariable UUID id) {
        return RunResponse.from(canceller.cancel(id));
    }
}
