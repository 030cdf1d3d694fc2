package dev.medley.identity.auth;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.cognito.SignIns;
import dev.medley.identity.cognito.Tokens;
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
@Tag(name = "Sign-in")
class SignInController {

    private final SignIns signIns;
    private final SessionOpener sessions;
    private final SessionEnder ender;
    private final AttemptGate gate;
    private final AuthJournal journal;

    SignInController(
            SignIns signIns, SessionOpener sessions, SessionEnder ender, AttemptGate gate, AuthJournal journal) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.ender = ender;
        this.gate = gate;
        this.journal = journal;
    }

    @PostMapping("/signin")
    @Operation(
            summary = "Sign in with a password",
            description = "An invited user gets `challengeName` `NEW_PASSWORD_REQUIRED` and a `session` instead of"
                    + " tokens, and goes on with `POST /auth/challenge/answer`.")
    SignInAnswer signIn(@Valid @RequestBody SignInRequest request) {
        String email = EmailAddress.normalized(request.email());
        return gate.guessing(
                email,
                () -> sessions.answer(
                        journal.watched(AuditAction.SIGNED_IN, email, () -> signIns.signIn(email, request.password())),
                        email));
    }

    @PostMapping("/refresh")
    @Operation(summary = "Get new tokens for a session")
    RefreshResponse refresh(@Valid @RequestBody RefreshRequest request) {
        SessionToken session = SessionToken.parse(request.refreshToken());
        Tokens tokens = signIns.refresh(session.sub(), session.refreshToken());
        return new RefreshResponse(tokens.accessToken(), tokens.idToken(), tokens.expiresIn());
    }

    @PostMapping("/signout")
    @Operation(
            summary = "End all your sessions",
            description = "Refresh tokens stop working at once, access tokens in other services within moments.")
    MessageResponse signOut(JwtAuthenticationToken session) {
        ender.signOut(session.getName(), session.getToken().getTokenValue());
        journal.done(AuditAction.SIGNED_OUT, session.getName());
        return new MessageResponse("Signed out successfully");
    }
}
