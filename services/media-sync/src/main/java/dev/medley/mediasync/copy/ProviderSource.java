package dev.medley.mediasync.copy;

import dev.medley.mediasync.credential.ProviderSession;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.ProviderException;
import dev.medley.mediasync.transfer.MediaLink;
import dev.medley.mediasync.transfer.MediaSource;
import org.jspecify.annotations.Nullable;

/** Asks a provider for links to one file, and remembers when it last gave none. */
final class ProviderSource implements MediaSource {

    private final ProviderSession session;
    private final MediaProvider provider;
    private final String locator;

    private volatile @Nullable ProviderException failure;

    ProviderSource(ProviderSession session, MediaProvider provider, String locator) {
        this.session = session;
        this.provider = provider;
        this.locator = locator;
    }

    @Override
    public MediaLink resolve() throws ProviderException, InterruptedException {
        try {
            MediaLink link = session.call(provider, credential -> provider.resolve(credential, locator));
            failure = null;
            return link;
        } catch (ProviderException e) {
            failure = e;
            throw e;
        }
    }

    /** Why there was no link when one was last asked for. */
    @Nullable
    ProviderException failure() {
        return failure;
    }
}
