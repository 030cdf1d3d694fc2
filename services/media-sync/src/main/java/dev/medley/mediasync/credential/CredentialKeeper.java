package dev.medley.mediasync.credential;

import dev.medley.accounts.audit.AuditedActions;
import dev.medley.contracts.SyncAuthenticationFailed;
import dev.medley.mediasync.provider.Credential;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.ProviderException;
import dev.medley.mediasync.provider.ProviderFailure;
import dev.medley.messaging.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out credentials that work and renews them in time. A refresh token works once, so one renewal of an account
 * happens at a time: a lock in this process, so that waiting takes no database connections, and the account's row between
 * instances. Whoever gets the lock looks first whether somebody else has renewed meanwhile. New tokens are committed
 * before anybody uses them.
 */
@Component
public class CredentialKeeper {

    private final CredentialVault vault;
    private final Accounts accounts;
    private final Outbox outbox;
    private final AuditedActions audit;
    private final CredentialProperties properties;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    CredentialKeeper(
            CredentialVault vault,
            Accounts accounts,
            Outbox outbox,
            AuditedActions audit,
            CredentialProperties properties,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.vault = vault;
        this.accounts = accounts;
        this.outbox = outbox;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Keeps credentials that somebody handed over. The account's row comes first: a renewal that holds it ends before, and
     * does not overwrite them.
     *
     * @param userId who did, Cognito {@code sub}
     */
    public void replace(MediaProvider provider, Credential credential, String userId) {
        transaction.executeWithoutResult(_ -> {
            accounts.replaced(provider.name(), credential.kindName());
            vault.write(provider.name(), credential);
            audit.taken(
                    "PROVIDER_CREDENTIALS_REPLACED",
                    userId,
                    "/sync/providers/%s/credentials".formatted(provider.name()));
        });
    }

    /**
     * Credentials that work as far as is known; renewed first when they are old.
     *
     * @throws ProviderException {@link ProviderFailure#REFUSED} when there are none, otherwise why they failed before
     */
    public Credential current(MediaProvider provider) throws ProviderException, InterruptedException {
        Account account = accounts.find(provider.name());
        Credential credential = usable(provider, account);
        return credential instanceof Credential.OAuth oauth && isOld(oauth) ? renew(provider, oauth) : credential;
    }

    /**
     * Credentials to try after the provider refused some: renewed ones, or those that another caller renewed meanwhile.
     *
     * @throws ProviderException when they cannot be renewed; an alert is out then
     */
    public Credential afterRefusal(MediaProvider provider, Credential refused)
            throws ProviderException, InterruptedException {
        return renew(provider, refused);
    }

    /**
     * Renews credentials, unless they are others than the caller knows: then those are the answer.
     *
     * @param known those that are old or refused
     * @throws ProviderException when they cannot be renewed
     */
    Credential renew(MediaProvider provider, Credential known) throws ProviderException, InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(provider.name(), _ -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            Outcome outcome = transaction.execute(_ -> renewLocked(provider, known));
            if (outcome == null) {
                throw new IllegalStateException("a renewal has an outcome");
            }
            return outcome.credential();
        } finally {
            lock.unlock();
        }
    }

    /** What a renewal came to; a failure is thrown only after the transaction that notes it has committed. */
    private record Outcome(
            @Nullable Credential renewed, @Nullable ProviderException failure, boolean interrupted) {

        Credential credential() throws ProviderException, InterruptedException {
            if (interrupted) {
                throw new InterruptedException();
            }
            if (failure != null) {
                throw failure;
            }
            if (renewed == null) {
                throw new IllegalStateException("a renewal ends with credentials or a failure");
            }
            return renewed;
        }
    }

    private Outcome renewLocked(MediaProvider provider, Credential known) {
        try {
            Credential stored = usable(provider, accounts.lock(provider.name()));
            if (!stored.equals(known)) {
                return new Outcome(stored, null, false);
            }
            if (!(stored instanceof Credential.OAuth tokens)) {
                ProviderException failure = new ProviderException(
                        ProviderFailure.REFUSED,
                        "The provider does not accept the %s any more, and they cannot be renewed."
                                .formatted(stored.kindName().equals("cookies") ? "cookies" : "credentials"));
                fail(provider, failure);
                return new Outcome(null, failure, false);
            }
            Credential.OAuth renewed = provider.refresh(tokens);
            vault.write(provider.name(), renewed);
            accounts.replaced(provider.name(), renewed.kindName());
            return new Outcome(renewed, null, false);
        } catch (ProviderException e) {
            if (e.failure() == ProviderFailure.INVALID_GRANT) {
                fail(provider, e);
            }
            return new Outcome(null, e, false);
        } catch (InterruptedException _) {
            return new Outcome(null, null, true);
        }
    }

    private Credential usable(MediaProvider provider, Account account) throws ProviderException {
        return switch (account.status()) {
            case ACTIVE ->
                vault.read(provider.name())
                        .orElseThrow(() -> new ProviderException(
                                ProviderFailure.REFUSED, "The vault holds no credentials; PUT some."));
            case MISSING -> throw new ProviderException(ProviderFailure.REFUSED, "There are no credentials; PUT some.");
            case FAILED -> {
                // Whoever comes later is told the same as the caller whose renewal failed.
                boolean terminal = Reasons.of(ProviderFailure.INVALID_GRANT).equals(account.reason());
                throw new ProviderException(
                        terminal ? ProviderFailure.INVALID_GRANT : ProviderFailure.REFUSED,
                        "The credentials were refused (%s); PUT new ones.".formatted(account.reason()));
            }
        };
    }

    /**
     * Notes that credentials are refused although they are as new as can be, unless others have taken their place.
     *
     * @param renewed those that were refused
     */
    void fail(MediaProvider provider, Credential renewed, ProviderException failure) {
        transaction.executeWithoutResult(_ -> {
            accounts.lock(provider.name());
            if (vault.read(provider.name()).filter(renewed::equals).isPresent()) {
                fail(provider, failure);
            }
        });
    }

    /** Notes that only a person can help, and says so once. */
    private void fail(MediaProvider provider, ProviderException failure) {
        String reason = Reasons.of(failure.failure());
        if (accounts.failed(provider.name(), reason)) {
            String detail = failure.getMessage() == null ? reason : failure.getMessage();
            outbox.publish(
                    provider.name(), new SyncAuthenticationFailed(provider.name(), reason, detail, clock.instant()));
        }
    }

    private boolean isOld(Credential.OAuth tokens) {
        Instant obtainedAt = tokens.obtainedAt();
        return tokens.accessToken() == null
                || obtainedAt == null
                || !obtainedAt.plus(properties.refreshAfter()).isAfter(clock.instant());
    }
}
