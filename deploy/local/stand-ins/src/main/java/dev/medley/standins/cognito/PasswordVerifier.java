package dev.medley.standins.cognito;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The challenge PASSWORD_VERIFIER: the client proves by {@link Srp} that it knows the password. What the pool must
 * remember meanwhile is found by the secret block, which works once. Unknown users and those without a verifier get salt
 * and numbers like any other, for which no password is right. Failures count as those of typed passwords do.
 */
final class PasswordVerifier {

    static final String NAME = "PASSWORD_VERIFIER";

    private static final Pattern HEX = Pattern.compile("\\p{XDigit}{1,1024}");
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss z yyyy", Locale.ENGLISH);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final UserPool pool;
    private final Claimants claimants;
    private final AuthChallenges challenges;
    private final SignInGuard guard;
    private final Secrets secrets;

    PasswordVerifier(
            UserPool pool, Claimants claimants, AuthChallenges challenges, SignInGuard guard, Secrets secrets) {
        this.pool = pool;
        this.claimants = claimants;
        this.challenges = challenges;
        this.guard = guard;
        this.secrets = secrets;
    }

    /**
     * Asks for the proof.
     *
     * @param srpA the client's public number, hexadecimal
     * @param rounds of the custom sign-in so far, null in USER_SRP_AUTH
     */
    AuthOutcome ask(AppClient client, Claimant claimant, String srpA, @Nullable List<ChallengeResult> rounds) {
        requirePublicKey(srpA);
        StoredPassword.SrpVerifier stored = verifierOf(claimant);
        BigInteger secret = secrets.number(32);
        String serverPublic = Srp.hex(Srp.publicKey(Srp.number(stored.verifier()), secret));
        SrpChallenge kept = new SrpChallenge(claimant.login(), srpA, Srp.hex(secret), serverPublic, rounds);
        String userId = claimant.username().toString();
        String secretBlock = challenges.open(claimant.username(), client, NAME, JSON.writeValueAsString(kept));
        Map<String, String> parameters = Map.of(
                "SALT", stored.salt(),
                "SRP_B", serverPublic,
                "SECRET_BLOCK", secretBlock,
                "USERNAME", userId,
                "USER_ID_FOR_SRP", userId);
        return AuthOutcome.challenge(NAME, null, parameters);
    }

    /** Judges the proof. */
    Answered answer(AppClient client, AuthParameters responses) {
        String username = responses.require("USERNAME");
        String secretBlock = responses.require("PASSWORD_CLAIM_SECRET_BLOCK");
        String signature = responses.require("PASSWORD_CLAIM_SIGNATURE");
        String timestamp = responses.require("TIMESTAMP");
        requireTime(timestamp);
        client.checkSecretHash(username, responses.secretHash());
        AuthChallenges.Asked asked = challenges.close(secretBlock, client, NAME);
        SrpChallenge kept = JSON.readValue(asked.state(), SrpChallenge.class);
        Claimant claimant = claimants.require(username, asked).called(kept.login());
        SignInGuard.Attempt attempt = guard.enter(claimant.email());
        String expected = expected(claimant, kept, secretBlock, timestamp);
        boolean correct = MessageDigest.isEqual(Secrets.bytes(expected), Secrets.bytes(signature))
                && claimant.user() != null
                && claimant.user().password().srp() != null;
        if (correct) {
            guard.succeeded(attempt);
        } else {
            guard.failed(attempt);
        }
        return new Answered(claimant, correct, kept.rounds());
    }

    private String expected(Claimant claimant, SrpChallenge kept, String secretBlock, String timestamp) {
        byte[] key = Srp.sharedKey(
                Srp.number(kept.clientPublic()),
                Srp.number(kept.serverPublic()),
                Srp.number(verifierOf(claimant).verifier()),
                Srp.number(kept.secret()));
        byte[] block = Base64.getDecoder().decode(secretBlock);
        String userId = claimant.username().toString();
        return Base64.getEncoder().encodeToString(Srp.signature(key, pool.shortId(), userId, block, timestamp));
    }

    private StoredPassword.SrpVerifier verifierOf(Claimant claimant) {
        User user = claimant.user();
        return user == null || user.password().srp() == null
                ? claimants.madeUpVerifier(claimant)
                : user.password().srp();
    }

    /** RFC 5054, 2.5.4: a multiple of the modulus would make any password right. */
    private static void requirePublicKey(String srpA) {
        if (!HEX.matcher(srpA).matches() || Srp.number(srpA).mod(Srp.MODULUS).signum() == 0) {
            throw CognitoError.invalidParameter("SRP_A is not a valid public key");
        }
    }

    private static void requireTime(String timestamp) {
        try {
            TIMESTAMP.parse(timestamp);
        } catch (DateTimeParseException e) {
            throw CognitoError.invalidParameter("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
        }
    }

    /**
     * A judged proof.
     *
     * @param claimant who gave it
     * @param correct whether the client knows the password
     * @param rounds of the custom sign-in before, null in USER_SRP_AUTH
     */
    record Answered(
            Claimant claimant, boolean correct, @Nullable List<ChallengeResult> rounds) {}
}
