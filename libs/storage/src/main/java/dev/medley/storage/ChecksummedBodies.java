package dev.medley.storage;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/**
 * Signs requests to an S3 on plain http as the SDK signs them on https: the head is signed and says that the body's
 * checksum follows the body ({@code STREAMING-UNSIGNED-PAYLOAD-TRAILER}). By itself the SDK would have each end pass every
 * body through SHA-256 as well, which costs more than all the rest of a transfer. Bodies without a checksum stay signed, as
 * does everything that goes to port 80: the signed host would name a port that the sent one does not.
 */
final class ChecksummedBodies implements AwsV4AuthScheme {

    private static final int HTTP_PORT = 80;

    private final AwsV4AuthScheme scheme = AwsV4AuthScheme.create();

    @Override
    public String schemeId() {
        return scheme.schemeId();
    }

    @Override
    public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
        return scheme.identityProvider(providers);
    }

    @Override
    public AwsV4HttpSigner signer() {
        return new Signer(scheme.signer());
    }

    private record Signer(AwsV4HttpSigner signer) implements AwsV4HttpSigner {

        @Override
        public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> asked) {
            SdkHttpRequest request = asked.request();
            if (asked.property(CHECKSUM_ALGORITHM) == null || request.port() == HTTP_PORT) {
                return signer.sign(asked);
            }
            SignedRequest signed = signer.sign(asked.copy(copy -> copy.request(onHttps(request))));
            return signed.copy(copy -> copy.request(signed.request().copy(head -> head.protocol(request.protocol()))));
        }

        @Override
        public CompletableFuture<AsyncSignedRequest> signAsync(
                AsyncSignRequest<? extends AwsCredentialsIdentity> asked) {
            return signer.signAsync(asked);
        }

        /** The scheme is no part of what is signed; the port is, and stays. */
        private static SdkHttpRequest onHttps(SdkHttpRequest request) {
            return request.copy(head -> head.protocol("https").port(request.port()));
        }
    }
}
