package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.Credential;
import java.util.Optional;

/** Where credentials lie. Replaceable: AWS Secrets Manager or this service's own database. */
interface CredentialVault {

    /** The credentials of a provider, if anybody handed over some. */
    Optional<Credential> read(String provider);

    /** Keeps the credentials of a provider in place of earlier ones. */
    void write(String provider, Credential credential);
}
