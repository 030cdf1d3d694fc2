package dev.medley.identity.auth;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.cognito.LoginCodes;
import dev.medley.identity.cognito.PoolChallenge;
import dev.medley.identity.cognito.SignInStep;
import dev.medley.identity.cognito.SignIns;
import dev.medley.identity.limit.AttemptGate;
import dev.medley.identity.profile.EmailAddress;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/auth/challenge")
@Tag(name = "Sign-in")
class ChallengeController {

    private final LoginCodes codes;
    private final SignIns signIns;
    private final SessionOpener sessions;
    private final SealedChallenge challenges;
    private final AttemptGate gate;
    private final AuthJournal journal;

    ChallengeController(
            LoginCodes codes,
            SignIns signIns,
            SessionOpener sessions,
            SealedChallenge challenges,
            AttemptGate gate,
            AuthJournal journal) {
        this.codes = codes;
        this.signIns = signIns;
        this.sessions = sessions;
        this.challenges = challenges;
        this.gate = gate;
        this.journal = journal;
    }

    @PostMapping
    @Operation(
            summary = "Have a code mailed to sign in with",
            description = "No password is needed. The answer is the same whether or not the account exists.")
    ChallengeResponse requestChallenge(@Valid @RequestBody EmailRequest request) {
        String email = EmailAddress.normalized(request.email());
        return gate.mailing(email, () -> {
            PoolChallenge challenge = codes.request(email);
            journal.asked(AuditAction.CODE_REQUESTED, email);
            return sessions.ask(challenge, email);
        });
    }

    @PostMapping("/answer")
    @Operation(
            summary = "Answer what a sign-in asked for",
            description = "`answer` holds the mailed code, `newPassword` the password that an invited user chooses."
                    + " The answer is the tokens of the session. After a wrong code it is the question once more, with"
                    + " `error` and a new `session`, until three codes were wrong; from then on, and with a session that"
                    + " is used or too old, it is the problem `session-expired`.")
    SignInAnswer answerChallenge(@Valid @RequestBody ChallengeAnswerRequest request) {
        String email = EmailAddress.normalized(request.email());
        return gate.guessing(
                email,
                () -> {
                    SignInStep step = journal.watched(AuditAction.SIGNED_IN, email, () -> step(email, request));
                    if (step instanceof PoolChallenge again) {
                        journal.refused(AuditAction.SIGNED_IN, email);
                        return sessions.ask(again, email).because("Invalid verification code");
                    }
                    return sessions.answer(step, email);
                },
                SignInResponse.class::isInstance);
    }

    private SignInStep step(String email, ChallengeAnswerRequest request) {
        PoolChallenge challenge = challenges.open(request.session(), email);
        return switch (challenge.kind()) {
            case CUSTOM_CHALLENGE -> codes.answer(challenge, given(request.answer(), "answer"));
            case NEW_PASSWORD_REQUIRED ->
                signIns.replacePassword(challenge, given(request.newPassword(), "newPassword"));
        };
    }

    private static String given(@Nullable String value, String name) {
        if (value == null) {
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, "This session needs " + name + ".");
        }
        return value;
    }
}
