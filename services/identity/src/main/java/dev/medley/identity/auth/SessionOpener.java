package dev.medley.identity.auth;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.cognito.PoolChallenge;
import dev.medley.identity.cognito.PoolUser;
import dev.medley.identity.cognito.SignInStep;
import dev.medley.identity.cognito.Tokens;
import dev.medley.identity.profile.ProfileRegistrar;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Turns what the pool answers to a sign-in into what clients get. */
@Component
class SessionOpener {

    private final ProfileRegistrar registrar;
    private final SealedChallenge challenges;
    private final AuthJournal journal;

    SessionOpener(ProfileRegistrar registrar, SealedChallenge challenges, AuthJournal journal) {
        this.registrar = registrar;
        this.challenges = challenges;
        this.journal = journal;
    }

    /** The answer to a step of a sign-in under an address. */
    SignInAnswer answer(SignInStep step, String email) {
        return switch (step) {
            case Tokens tokens -> opened(tokens);
            case PoolChallenge challenge -> ask(challenge, email);
        };
    }

    /** The question to the client. */
    ChallengeResponse ask(PoolChallenge challenge, String email) {
        return ChallengeResponse.asking(challenge.kind(), challenges.seal(challenge, email));
    }

    private SignInResponse opened(Tokens tokens) {
        String refreshToken = Objects.requireNonNull(tokens.refreshToken(), "a sign-in yields a refresh token");
        PoolUser user = tokens.user();
        registrar.signedIn(user);
        journal.done(AuditAction.SIGNED_IN, user.sub());
        return SignInResponse.from(tokens, new SessionToken(user.sub(), refreshToken).format(), user.email());
    }
}
