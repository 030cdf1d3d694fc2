package dev.medley.mediasync.credential;

import dev.medley.accounts.audit.AuditedActions;
import dev.medley.mediasync.provider.Credential;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.MediaProviders;
import dev.medley.messaging.outbox.Outbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.transaction.PlatformTransactionManager;

/** Many callers who want credentials at once, half of them as if in another instance, which shares the database only. */
public class ConcurrentRefresh {

    private final MediaProvider provider;
    private final CredentialKeeper one;
    private final CredentialKeeper another;

    ConcurrentRefresh(
            MediaProviders providers,
            CredentialKeeper keeper,
            CredentialVault vault,
            Accounts accounts,
            Outbox outbox,
            AuditedActions audit,
            CredentialProperties properties,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.provider = providers.get("gopro");
        this.one = keeper;
        this.another = new CredentialKeeper(vault, accounts, outbox, audit, properties, clock, transactions);
    }

    /** What they get, each once. */
    public Set<Credential> byCallers(int callers) throws Exception {
        List<Callable<Credential>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            CredentialKeeper keeper = i % 2 == 0 ? one : another;
            calls.add(() -> keeper.current(provider));
        }
        Set<Credential> got = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Credential> call : threads.invokeAll(calls)) {
                got.add(call.get());
            }
        }
        return got;
    }
}
