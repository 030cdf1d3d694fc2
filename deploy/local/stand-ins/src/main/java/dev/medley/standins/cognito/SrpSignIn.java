package dev.medley.standins.cognito;

import java.util.List;

/** USER_SRP_AUTH, and what becomes of a proof that was given for it or within a custom sign-in. */
final class SrpSignIn {

    private final Claimants claimants;
    private final PasswordVerifier verifier;
    private final SignInCompletion completion;
    private final CustomSignIn custom;
    private final UnitOfWork work;

    SrpSignIn(
            Claimants claimants,
            PasswordVerifier verifier,
            SignInCompletion completion,
            CustomSignIn custom,
            UnitOfWork work) {
        this.claimants = claimants;
        this.verifier = verifier;
        this.completion = completion;
        this.custom = custom;
        this.work = work;
    }

    AuthOutcome start(AppClient client, AuthParameters parameters) {
        String username = parameters.require("USERNAME");
        String srpA = parameters.require("SRP_A");
        client.checkSecretHash(username, parameters.secretHash());
        return work.run(() -> verifier.ask(client, claimants.find(username), srpA, null));
    }

    AuthOutcome answer(AppClient client, AuthParameters responses, TriggerContext context) {
        PasswordVerifier.Answered answered = work.run(() -> verifier.answer(client, responses));
        List<ChallengeResult> rounds = answered.rounds();
        if (rounds != null) {
            return custom.resume(client, context, answered, rounds);
        }
        User user = answered.claimant().user();
        if (user == null || !answered.correct()) {
            throw CognitoError.incorrectCredentials();
        }
        return work.run(() -> completion.afterPassword(user, client));
    }
}
