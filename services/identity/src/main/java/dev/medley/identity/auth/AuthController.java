package dev.medley.identity.auth;

import dev.medley.identity.cognito.PoolUser;
import dev.medley.identity.cognito.Tokens;
import dev.medley.identity.cognito.UserPool;
import dev.medley.identity.profile.ProfileRegistrar;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/auth")
@Tag(name = "Sign-in")
class AuthController {

    private final UserPool pool;
    private final ProfileRegistrar registrar;

    AuthController(UserPool pool, ProfileRegistrar registrar) {
        this.pool = pool;
        this.registrar = registrar;
    }

    @PostMapping("/signup")
    @Operation(
            summary = "Register, or confirm with the mailed code",
            description = "Without `code` the address is registered and a code mailed to it; with `code` it is"
                    + " confirmed. The answer is the same whether or not the account exists.")
    SignUpResponse signUp(@Valid @RequestBody SignUpRequest request) {
        String email = normalized(request.email());
        String code = request.code();
        if (code != null) {
            confirm(email, code);
            return new SignUpResponse("Email verified successfully!", null, email);
        }
        String password = request.password();
        if (password == null || password.isBlank()) {
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, "Email and password are required");
        }
        return new SignUpResponse(
                "Signup successful! Please check your email for verification code", pool.signUp(email, password), null);
    }

    @PostMapping("/verify")
    @Operation(summary = "Confirm an address with the mailed code")
    MessageResponse verify(@Valid @RequestBody VerifyRequest request) {
        confirm(normalized(request.email()), request.code());
        return new MessageResponse("Email verified successfully");
    }

    @PostMapping("/resend-code")
    @Operation(summary = "Mail a new code", description = "The answer is the same whether or not the account exists.")
    MessageResponse resendCode(@Valid @RequestBody EmailRequest request) {
        pool.resendCode(normalized(request.email()));
        return new MessageResponse("Verification code sent to your email");
    }

    @PostMapping("/signin")
    @Operation(summary = "Sign in with a password")
    SignInResponse signIn(@Valid @RequestBody SignInRequest request) {
        Tokens tokens = pool.signIn(normalized(request.email()), request.password());
        String refreshToken = Objects.requireNonNull(tokens.refreshToken(), "a sign-in yields a refresh token");
        PoolUser user = tokens.user();
        registrar.register(user);
        return SignInResponse.from(tokens, new SessionToken(user.sub(), refreshToken).format(), user.email());
    }

    @PostMapping("/refresh")
    @Operation(summary = "Get new tokens for a session")
    RefreshResponse refresh(@Valid @RequestBody RefreshRequest request) {
        SessionToken session = SessionToken.parse(request.refreshToken());
        Tokens tokens = pool.refresh(session.sub(), session.refreshToken());
        return new RefreshResponse(tokens.accessToken(), tokens.idToken(), tokens.expiresIn());
    }

    @PostMapping("/signout")
    @Operation(summary = "End all your sessions", description = "Refresh tokens stop working at once.")
    MessageResponse signOut(JwtAuthenticationToken session) {
        pool.signOut(session.getToken().getTokenValue());
        return new MessageResponse("Signed out successfully");
    }

    @PostMapping("/forgot-password")
    @Operation(
            summary = "Mail a code for a new password",
            description = "The answer is the same whether or not the account exists.")
    MessageResponse forgotPassword(@Valid @RequestBody EmailRequest request) {
        pool.forgotPassword(normalized(request.email()));
        return new MessageResponse("Password reset code sent to your email");
    }

    @PostMapping("/confirm-forgot-password")
    @Operation(summary = "Set a new password with the mailed code")
    MessageResponse confirmForgotPassword(@Valid @RequestBody ConfirmForgotPasswordRequest request) {
        pool.resetPassword(normalized(request.email()), request.code(), request.newPassword());
        return new MessageResponse("Password reset successfully");
    }

    private void confirm(String email, String code) {
        registrar.register(pool.confirm(email, code));
    }

    private static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
