package dev.medley.identity.account;

import dev.medley.identity.cognito.UserDirectory;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account")
class AccountController {

    private static final Duration LINK_VALIDITY = Duration.ofMinutes(15);

    /** Seconds after which a client may ask again; services usually answer within one. */
    private static final String ASK_AGAIN = "1";

    private final UserDirectory pool;
    private final Erasures erasures;
    private final DataExports exports;
    private final ExportAssembler files;

    AccountController(UserDirectory pool, Erasures erasures, DataExports exports, ExportAssembler files) {
        this.pool = pool;
        this.erasures = erasures;
        this.exports = exports;
        this.files = files;
    }

    @DeleteMapping("/users/me")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Erase your account",
            description =
                    "Your tokens stop working at once; every service then erases what it holds of you. There is no"
                            + " way back.")
    ErasureResponse eraseAccount(CurrentUser user) {
        // Before anything else: nobody signs in or refreshes while the account is being erased.
        pool.disable(user.sub());
        return erasures.request(user.sub());
    }

    @GetMapping("/users/erasures/{id}")
    @Operation(summary = "Follow the erasure of an account", description = "For administrators.")
    ErasureResponse erasure(@PathVariable UUID id) {
        return erasures.find(id);
    }

    @GetMapping("/users/me/export")
    @Operation(
            summary = "Get a copy of everything held of you",
            description =
                    "Answered with 202 while the services contribute; ask again until it is 200 with a link to one"
                            + " JSON file. A file is up to 24 hours old; after that a new one is made.")
    @ApiResponse(responseCode = "200", description = "Ready")
    @ApiResponse(responseCode = "202", description = "Being collected; ask again")
    ResponseEntity<DataExportResponse> exportData(CurrentUser user) {
        DataExport export = exports.current(user.sub());
        if (export.finished()) {
            return ResponseEntity.ok(new DataExportResponse(
                    export.id(),
                    DataExportResponse.Status.READY,
                    export.requestedAt(),
                    export.awaiting(),
                    files.link(user.sub(), LINK_VALIDITY),
                    LINK_VALIDITY.toSeconds()));
        }
        return ResponseEntity.accepted()
                .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN)
                .header(HttpHeaders.LOCATION, "/users/me/export")
                .body(new DataExportResponse(
                        export.id(),
                        DataExportResponse.Status.COLLECTING,
                        export.requestedAt(),
                        export.awaiting(),
                        null,
                        null));
    }
}
