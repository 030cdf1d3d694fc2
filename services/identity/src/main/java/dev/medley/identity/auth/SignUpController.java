package dev.medley.identity.auth;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.cognito.PoolUser;
import dev.medley.identity.cognito.SignUps;
import dev.medley.identity.limit.AttemptGate;
import dev.medley.identity.profile.EmailAddress;
import dev.medley.identity.profile.ProfileRegistrar;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/auth")
@Tag(name = "Sign-up")
class SignUpController {

    private final SignUps signUps;
    private final ProfileRegistrar registrar;
    private final AttemptGate gate;
    private final AuthJournal journal;

    SignUpController(SignUps signUps, ProfileRegistrar registrar, AttemptGate gate, AuthJournal journal) {
        this.signUps = signUps;
        this.registrar = registrar;
        this.gate = gate;
        this.journal = journal;
    }

    @PostMapping("/signup")
    @Operation(
            summary = "Register, or confirm with the mailed code",
            description = "Without `code` the address is registered and a code mailed to it; with `code` it is"
                    + " confirmed. The answer is the same whether or not the account exists. `Accept-Language` decides"
                    + " in which language the user gets mail.")
    SignUpResponse signUp(@Valid @RequestBody SignUpRequest request, HttpServletRequest http) {
        String email = EmailAddress.normalized(request.email());
        String code = request.code();
        if (code != null) {
            confirm(email, code);
            return new SignUpResponse("Email verified successfully!", null, email);
        }
        String password = request.password();
        if (password == null || password.isBlank()) {
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, "Email and password are required");
        }
        String sub = gate.mailing(email, () -> register(email, password, languageOf(http)));
        return new SignUpResponse("Signup successful! Please check your email for verification code", sub, null);
    }

    @PostMapping("/verify")
    @Operation(summary = "Confirm an address with the mailed code")
    MessageResponse verify(@Valid @RequestBody VerifyRequest request) {
        confirm(EmailAddress.normalized(request.email()), request.code());
        return new MessageResponse("Email verified successfully");
    }

    @PostMapping("/resend-code")
    @Operation(summary = "Mail a new code", description = "The answer is the same whether or not the account exists.")
    MessageResponse resendCode(@Valid @RequestBody EmailRequest request) {
        String email = EmailAddress.normalized(request.email());
        return gate.mailing(email, () -> {
            signUps.resendCode(email);
            journal.asked(AuditAction.CODE_REQUESTED, email);
            return new MessageResponse("Verification code sent to your email");
        });
    }

    private String register(String email, String password, @Nullable String language) {
        SignUps.SignedUp signedUp =
                journal.watched(AuditAction.SIGNED_UP, email, () -> signUps.signUp(email, password, language));
        if (signedUp.created()) {
            journal.done(AuditAction.SIGNED_UP, signedUp.sub());
        } else {
            journal.refused(AuditAction.SIGNED_UP, email);
        }
        return signedUp.sub();
    }

    private void confirm(String email, String code) {
        gate.guessing(email, () -> {
            PoolUser user = journal.watched(AuditAction.ADDRESS_CONFIRMED, email, () -> signUps.confirm(email, code));
            registrar.register(user);
            journal.done(AuditAction.ADDRESS_CONFIRMED, user.sub());
            return user;
        });
    }

    private static @Nullable String languageOf(HttpServletRequest http) {
        if (http.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return null;
        }
        String language = http.getLocale().getLanguage();
        return language.isEmpty() ? null : language;
    }
}
