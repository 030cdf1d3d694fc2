package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.Credential;
import dev.medley.mediasync.provider.MediaPage;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.ProviderException;
import dev.medley.mediasync.provider.ProviderFailure;
import dev.medley.mediasync.provider.ProviderKind;
import dev.medley.mediasync.transfer.MediaLink;
import dev.medley.testing.TestPlatform;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rotations, and refusals, of an account whose provider does not accept what it has issued. */
public class RotationTrial {

    private static final String PROVIDER = "trial";

    private final CredentialRotation rotation;
    private final CredentialKeeper keeper;
    private final CredentialVault vault;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    RotationTrial(
            CredentialRotation rotation,
            CredentialKeeper keeper,
            CredentialVault vault,
            Accounts accounts,
            JdbcClient jdbc,
            InstantSource clock) {
        this.rotation = rotation;
        this.keeper = keeper;
        this.vault = vault;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Rotates.
     *
     * @param issued the refresh token that the provider issues, or null for none
     * @param failure what it says to the new tokens
     * @return the access token that is kept
     */
    public @Nullable String keptAfter(@Nullable String issued, ProviderFailure failure) throws Exception {
        MediaProvider provider = new Provider(issued, failure, clock);
        keeper.replace(provider, new Credential.OAuth("client", "secret", "refresh", "old", clock.instant()), "user-1");
        if (rotation.rotate(provider)) {
            throw new AssertionError("tokens that were not accepted count as rotated");
        }
        return vault.read(PROVIDER)
                .map(Credential.OAuth.class::cast)
                .orElseThrow()
                .accessToken();
    }

    /** Cookies are refused after somebody has handed over others: those are the ones to try. */
    public boolean refusalOfReplacedCookiesLeavesTheAccountActive() throws Exception {
        MediaProvider provider = new Provider(null, ProviderFailure.REFUSED, clock);
        Credential replaced = new Credential.Cookies("replaced", "user");
        Credential stored = new Credential.Cookies("stored", "user");
        keeper.replace(provider, stored, "user-1");
        return keeper.afterRefusal(provider, replaced).equals(stored)
                && accounts.find(PROVIDER).status() == AccountStatus.ACTIVE;
    }

    /**
     * Somebody hands tokens over while those before are being renewed.
     *
     * @return the refresh token that is kept
     */
    public String keptWhenHandedOverDuringARenewal() throws Exception {
        CountDownLatch renewing = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        MediaProvider provider = new Provider("next", ProviderFailure.REFUSED, clock) {
            @Override
            public Credential.OAuth refresh(Credential.OAuth credential) throws InterruptedException {
                renewing.countDown();
                answer.await();
                return super.refresh(credential);
            }
        };
        Credential.OAuth before = new Credential.OAuth("client", "secret", "before", "old", clock.instant());
        keeper.replace(provider, before, "user-1");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Credential> renewal = threads.submit(() -> keeper.renew(provider, before));
            renewing.await();
            Future<?> handOver = threads.submit(() -> keeper.replace(
                    provider, new Credential.OAuth("client", "secret", "handed over", null, null), "user-1"));
            try {
                Awaitility.await().atMost(TestPlatform.PATIENCE).until(this::someoneWaitsForARow);
            } finally {
                answer.countDown();
            }
            renewal.get();
            handOver.get();
        }
        return vault.read(PROVIDER)
                .map(Credential.OAuth.class::cast)
                .orElseThrow()
                .refreshToken();
    }

    private boolean someoneWaitsForARow() {
        return jdbc.sql(
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename = current_user")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A provider of nothing but tokens. */
    private static class Provider implements MediaProvider {

        private final @Nullable String issued;
        private final ProviderFailure failure;
        private final InstantSource clock;

        Provider(@Nullable String issued, ProviderFailure failure, InstantSource clock) {
            this.issued = issued;
            this.failure = failure;
            this.clock = clock;
        }

        @Override
        public String name() {
            return PROVIDER;
        }

        @Override
        public ProviderKind kind() {
            return ProviderKind.GOPRO;
        }

        @Override
        public Set<String> credentialKinds() {
            return Set.of("oauth", "cookies");
        }

        @Override
        public MediaPage list(Credential credential, @Nullable String position, int limit) throws ProviderException {
            throw new ProviderException(failure, "Not now.");
        }

        @Override
        public MediaLink resolve(Credential credential, String locator) throws ProviderException {
            throw new ProviderException(failure, "Not now.");
        }

        @Override
        public Credential.OAuth refresh(Credential.OAuth credential) throws InterruptedException {
            return credential.renewed("new", issued, clock.instant());
        }
    }
}
