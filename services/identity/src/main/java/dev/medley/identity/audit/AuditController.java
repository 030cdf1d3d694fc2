package dev.medley.identity.audit;

import dev.medley.identity.query.PlainText;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Audit")
class AuditController {

    private final AuditTrail trail;
    private final AuditVerifier verifier;
    private final AuditLog audit;

    AuditController(AuditTrail trail, AuditVerifier verifier, AuditLog audit) {
        this.trail = trail;
        this.verifier = verifier;
        this.audit = audit;
    }

    @GetMapping("/users/audit")
    @Operation(
            summary = "Read the log of security-relevant actions, newest first",
            description = "For administrators. `actor` and `target` are user ids; `from` is included, `to` is not.")
    Page<AuditEntryResponse> readAuditLog(
            @RequestParam(required = false) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) @Nullable
                    String actor,
            @RequestParam(required = false) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) @Nullable
                    String target,
            @RequestParam(required = false) @Nullable AuditAction action,
            @RequestParam(required = false) @Nullable AuditOutcome outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        AuditFilter filter = new AuditFilter(actor, target, action, outcome, from, to);
        return trail.list(filter, cursor, PageLimit.of(limit));
    }

    @PostMapping("/users/audit/verification")
    @Operation(
            summary = "Prove that the log was not tampered with",
            description = "For administrators. Recomputes every hash and answers with the first entry that was changed,"
                    + " removed or put in, if there is one. Keep the `head` of the answer elsewhere: given in a later"
                    + " request it proves that nothing before it was rewritten since.")
    Verification verifyAuditLog(
            CurrentUser user, @Valid @RequestBody(required = false) @Nullable VerificationRequest request) {
        Verification result = verifier.verify(request == null ? null : request.head());
        audit.record(AuditAction.AUDIT_VERIFIED, AuditOutcome.DONE, user.sub(), null);
        return result;
    }
}
