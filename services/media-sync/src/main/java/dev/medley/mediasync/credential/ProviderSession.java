package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.Credential;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.ProviderException;
import dev.medley.mediasync.provider.ProviderFailure;
import org.springframework.stereotype.Component;

/** Calls providers with credentials that work: those that are refused are renewed, once. */
@Component
public class ProviderSession {

    private final CredentialKeeper keeper;

    ProviderSession(CredentialKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * What is asked of a provider.
     *
     * @param <T> the answer
     */
    public interface Call<T> {

        /** Asks. */
        T with(Credential credential) throws ProviderException, InterruptedException;
    }

    /** Asks a provider. */
    public <T> T call(MediaProvider provider, Call<T> call) throws ProviderException, InterruptedException {
        Credential credential = keeper.current(provider);
        try {
            return call.with(credential);
        } catch (ProviderException e) {
            if (e.failure() != ProviderFailure.REFUSED && e.failure() != ProviderFailure.FORBIDDEN) {
                throw e;
            }
            return withRenewed(provider, keeper.afterRefusal(provider, credential), call);
        }
    }

    /** That they are forbidden may pass, as new as they are; that they are refused does not. */
    private <T> T withRenewed(MediaProvider provider, Credential renewed, Call<T> call)
            throws ProviderException, InterruptedException {
        try {
            return call.with(renewed);
        } catch (ProviderException e) {
            if (e.failure() == ProviderFailure.REFUSED) {
                keeper.fail(provider, renewed, e);
            }
            throw e;
        }
    }
}
