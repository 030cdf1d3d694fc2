package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.Credential;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.ProviderException;
import dev.medley.mediasync.provider.ProviderFailure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Renews tokens before anybody needs it, proves the new ones, and goes back to the old when those are refused. */
@Component
public class CredentialRotation {

    private static final Logger log = LoggerFactory.getLogger(CredentialRotation.class);

    private final CredentialKeeper keeper;
    private final CredentialVault vault;
    private final Accounts accounts;
    private final MeterRegistry metrics;
    private final TransactionTemplate transaction;

    CredentialRotation(
            CredentialKeeper keeper,
            CredentialVault vault,
            Accounts accounts,
            MeterRegistry metrics,
            PlatformTransactionManager transactions) {
        this.keeper = keeper;
        this.vault = vault;
        this.accounts = accounts;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Rotates a provider's tokens; credentials of another kind are tested only.
     *
     * @return whether the provider has credentials that work
     */
    public boolean rotate(MediaProvider provider) throws InterruptedException {
        long begin = System.nanoTime();
        boolean succeeded = tryToRotate(provider);
        metrics.counter(succeeded ? "RotationSuccess" : "RotationFailure", "Provider", provider.name())
                .increment();
        metrics.timer("RotationDuration", "Provider", provider.name())
                .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        return succeeded;
    }

    private boolean tryToRotate(MediaProvider provider) throws InterruptedException {
        try {
            Credential old = keeper.current(provider);
            if (!(old instanceof Credential.OAuth tokens)) {
                provider.validate(old);
                return true;
            }
            Credential renewed = keeper.renew(provider, tokens);
            try {
                provider.validate(renewed);
            } catch (ProviderException e) {
                if (e.failure() == ProviderFailure.REFUSED) {
                    afterRefusal(provider, tokens, renewed, e);
                }
                throw e;
            }
            accounts.rotated(provider.name());
            return true;
        } catch (ProviderException e) {
            log.atWarn().addKeyValue("provider", provider.name()).setCause(e).log("credentials could not be rotated");
            return false;
        }
    }

    /** Whether the old refresh token still works: one in whose place another was issued is used up. */
    private static boolean isUnused(Credential.OAuth old, Credential renewed) {
        return renewed instanceof Credential.OAuth tokens
                && tokens.refreshToken().equals(old.refreshToken());
    }

    private void afterRefusal(
            MediaProvider provider, Credential.OAuth old, Credential renewed, ProviderException refusal) {
        if (isUnused(old, renewed)) {
            goBack(provider, old, renewed);
        } else {
            keeper.fail(provider, renewed, refusal);
        }
    }

    private void goBack(MediaProvider provider, Credential.OAuth old, Credential renewed) {
        transaction.executeWithoutResult(_ -> {
            accounts.lock(provider.name());
            // Somebody may have handed over or renewed others meanwhile.
            if (vault.read(provider.name()).filter(renewed::equals).isPresent()) {
                vault.write(provider.name(), old);
                accounts.replaced(provider.name(), old.kindName());
            }
        });
    }
}
