package dev.medley.identity.auth;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.cognito.Passwords;
import dev.medley.identity.cognito.UserDirectory;
import dev.medley.identity.limit.AttemptGate;
import dev.medley.identity.profile.EmailAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/auth")
@Tag(name = "Passwords")
class PasswordController {

    private final Passwords passwords;
    private final UserDirectory pool;
    private final SessionEnder sessions;
    private final AttemptGate gate;
    private final AuthJournal journal;

    PasswordController(
            Passwords passwords, UserDirectory pool, SessionEnder sessions, AttemptGate gate, AuthJournal journal) {
        this.passwords = passwords;
        this.pool = pool;
        this.sessions = sessions;
        this.gate = gate;
        this.journal = journal;
    }

    @PostMapping("/forgot-password")
    @Operation(
            summary = "Mail a code for a new password",
            description = "The answer is the same whether or not the account exists.")
    MessageResponse forgotPassword(@Valid @RequestBody EmailRequest request) {
        String email = EmailAddress.normalized(request.email());
        return gate.mailing(email, () -> {
            passwords.requestReset(email);
            journal.asked(AuditAction.PASSWORD_RESET_REQUESTED, email);
            return new MessageResponse("Password reset code sent to your email");
        });
    }

    @PostMapping("/confirm-forgot-password")
    @Operation(summary = "Set a new password with the mailed code", description = "All your sessions end.")
    MessageResponse confirmForgotPassword(@Valid @RequestBody ConfirmForgotPasswordRequest request) {
        String email = EmailAddress.normalized(request.email());
        return gate.guessing(email, () -> {
            // Known before the code is spent: after that little may come between it and the end of the sessions.
            String owner = journal.accountOf(email);
            journal.watched(AuditAction.PASSWORD_CHANGED, email, () -> {
                passwords.reset(email, request.code(), request.newPassword());
                return email;
            });
            String sub = owner == null ? pool.find(email).orElseThrow().sub() : owner;
            sessions.endAll(sub);
            journal.done(AuditAction.PASSWORD_CHANGED, sub);
            return new MessageResponse("Password reset successfully");
        });
    }

    @PostMapping("/change-password")
    @Operation(
            summary = "Change your password",
            description = "All your sessions end, this one too: sign in with the new password.")
    MessageResponse changePassword(JwtAuthenticationToken session, @Valid @RequestBody ChangePasswordRequest request) {
        String sub = session.getName();
        gate.count(sub);
        journal.watchedOwn(AuditAction.PASSWORD_CHANGED, sub, () -> {
            passwords.change(session.getToken().getTokenValue(), request.currentPassword(), request.newPassword());
            return sub;
        });
        sessions.endAll(sub);
        journal.done(AuditAction.PASSWORD_CHANGED, sub);
        return new MessageResponse("Password changed successfully");
    }
}
