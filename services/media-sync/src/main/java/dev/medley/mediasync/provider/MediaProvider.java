package dev.medley.mediasync.provider;

import dev.medley.mediasync.transfer.MediaLink;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place that media are copied from. */
public interface MediaProvider {

    /** Its name in routes, object keys and metrics. */
    String name();

    /** What it speaks. */
    ProviderKind kind();

    /** The kinds of credentials that it takes, by {@link Credential#kindName()}. */
    Set<String> credentialKinds();

    /**
     * A page of its media.
     *
     * @param position from an earlier {@link MediaPage}; null for the oldest media
     * @param limit most items, up to 100
     */
    MediaPage list(Credential credential, @Nullable String position, int limit)
            throws ProviderException, InterruptedException;

    /**
     * A link to a media file that works now.
     *
     * @param locator of its {@link MediaItem}
     * @throws ProviderException {@link ProviderFailure#GONE} when it was deleted
     */
    MediaLink resolve(Credential credential, String locator) throws ProviderException, InterruptedException;

    /**
     * New tokens for an account. The old refresh token may be used up from then on, also when no answer came.
     *
     * @throws ProviderException {@link ProviderFailure#INVALID_GRANT} when only a person can help
     */
    Credential.OAuth refresh(Credential.OAuth credential) throws ProviderException, InterruptedException;

    /** Proves that a credential is accepted, by listing one item. */
    default void validate(Credential credential) throws ProviderException, InterruptedException {
        list(credential, null, 1);
    }
}
