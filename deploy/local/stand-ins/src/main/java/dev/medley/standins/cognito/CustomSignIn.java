package dev.medley.standins.cognito;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * CUSTOM_AUTH: the Lambda says which question comes next, words it and judges the answer, until it grants or denies
 * tokens, by the
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html">developer guide</a>.
 * Unknown users go the same way, and the Lambda is told; even if it grants them tokens, they get none.
 *
 * <p>Each round is: take the open challenge (a transaction, which makes its session single-use), call the triggers
 * (none), keep the next challenge or open the session (another). An account that was disabled or deleted in between is
 * noticed in the last.
 */
final class CustomSignIn {

    static final String CHALLENGE = "CUSTOM_CHALLENGE";

    private static final String SRP_A = "SRP_A";

    private static final int MOST_ROUNDS = 3;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Claimants claimants;
    private final AuthChallenges challenges;
    private final AuthChallengeTriggers triggers;
    private final PasswordVerifier verifier;
    private final SignInCompletion completion;
    private final UnitOfWork work;

    CustomSignIn(
            Claimants claimants,
            AuthChallenges challenges,
            AuthChallengeTriggers triggers,
            PasswordVerifier verifier,
            SignInCompletion completion,
            UnitOfWork work) {
        this.claimants = claimants;
        this.challenges = challenges;
        this.triggers = triggers;
        this.verifier = verifier;
        this.completion = completion;
        this.work = work;
    }

    AuthOutcome start(AppClient client, AuthParameters parameters, TriggerContext context) {
        String username = parameters.require("USERNAME");
        client.checkSecretHash(username, parameters.secretHash());
        Claimant claimant = claimants.find(username);
        if (claimant.user() != null) {
            SignInCompletion.requireAllowed(claimant.user());
        }
        String srpA = passwordFirst(parameters);
        List<ChallengeResult> begun = srpA == null ? List.of() : List.of(new ChallengeResult(SRP_A, true, null));
        return proceed(client, context, claimant, begun, srpA);
    }

    /** Goes on after a PASSWORD_VERIFIER round, right or wrong: that, too, is the Lambda's to judge. */
    AuthOutcome resume(
            AppClient client,
            TriggerContext context,
            PasswordVerifier.Answered answered,
            List<ChallengeResult> earlier) {
        List<ChallengeResult> rounds = new ArrayList<>(earlier);
        rounds.add(new ChallengeResult(PasswordVerifier.NAME, answered.correct(), null));
        return proceed(client, context, answered.claimant(), rounds, null);
    }

    AuthOutcome answer(AppClient client, String session, AuthParameters responses, TriggerContext context) {
        String username = responses.require("USERNAME");
        String answer = responses.require("ANSWER");
        client.checkSecretHash(username, responses.secretHash());
        AuthChallenges.Asked asked = work.run(() -> challenges.close(session, client, CHALLENGE));
        CustomChallenge challenge = JSON.readValue(asked.state(), CustomChallenge.class);
        Claimant claimant = claimants.require(username, asked).called(challenge.login());
        boolean correct = triggers.verify(context, claimant, challenge.privateParameters(), answer);
        List<ChallengeResult> rounds = new ArrayList<>(challenge.session());
        rounds.add(new ChallengeResult(CHALLENGE, correct, challenge.metadata()));
        return proceed(client, context, claimant, rounds, null);
    }

    /** The public key of a client that wants to prove the password before the custom challenges. */
    private static @Nullable String passwordFirst(AuthParameters parameters) {
        String challenge = parameters.values().get("CHALLENGE_NAME");
        if (challenge == null) {
            return null;
        }
        if (!challenge.equals(SRP_A)) {
            throw CognitoError.invalidParameter("CHALLENGE_NAME can only be " + SRP_A);
        }
        return parameters.require(SRP_A);
    }

    private AuthOutcome proceed(
            AppClient client,
            TriggerContext context,
            Claimant claimant,
            List<ChallengeResult> rounds,
            @Nullable String srpA) {
        AuthChallengeTriggers.Decision decision = triggers.define(context, claimant, rounds);
        if (decision.failAuthentication()) {
            throw CognitoError.incorrectCredentials();
        }
        if (decision.issueTokens()) {
            return work.run(() -> complete(client, claimant));
        }
        if (srpA != null && PasswordVerifier.NAME.equals(decision.challengeName())) {
            return work.run(() -> verifier.ask(client, claimant, srpA, rounds));
        }
        if (!CHALLENGE.equals(decision.challengeName())) {
            throw TriggerResponse.unrecognizable();
        }
        if (rounds.stream()
                        .filter(round -> round.challengeName().equals(CHALLENGE))
                        .count()
                >= MOST_ROUNDS) {
            throw CognitoError.incorrectCredentials();
        }
        return ask(client, context, claimant, rounds);
    }

    private AuthOutcome ask(AppClient client, TriggerContext context, Claimant claimant, List<ChallengeResult> rounds) {
        AuthChallengeTriggers.Question question = triggers.create(context, claimant, rounds, CHALLENGE);
        CustomChallenge kept =
                new CustomChallenge(claimant.login(), rounds, question.privateParameters(), question.metadata());
        String session =
                work.run(() -> challenges.open(claimant.username(), client, CHALLENGE, JSON.writeValueAsString(kept)));
        Map<String, String> parameters = new HashMap<>(question.publicParameters());
        parameters.put("USERNAME", claimant.username().toString());
        return AuthOutcome.challenge(CHALLENGE, session, parameters);
    }

    private AuthOutcome complete(AppClient client, Claimant claimant) {
        User user = claimants.find(claimant.username().toString()).user();
        if (user == null) {
            throw CognitoError.incorrectCredentials();
        }
        return completion.afterChallenges(user, client);
    }
}
