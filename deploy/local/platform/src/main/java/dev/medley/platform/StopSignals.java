package dev.medley.platform;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;

/**
 * Turns Ctrl-C, a closed terminal and {@code kill} into a request. A shutdown hook would come too late: the hooks of
 * embedded parts run beside it, so that the database would stop before the services that write to it.
 *
 * <p>{@code sun.misc.Signal} is the JDK's only way to this and meant to be used (module {@code jdk.unsupported}), yet
 * javac warns of it in a way that cannot be switched off for one place; hence the reflection.
 */
final class StopSignals {

    private final CompletableFuture<Void> requested = new CompletableFuture<>();

    /** Catches the signals from now on. */
    static StopSignals install() {
        StopSignals signals = new StopSignals();
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            signals.handle(name);
        }
        return signals;
    }

    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object request =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (_, method, _) -> {
                        if (!method.getName().equals("handle")) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        requested.complete(null);
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("signal " + name + " cannot be handled", e);
        }
    }

    /** Completes at the first signal. */
    CompletableFuture<Void> requested() {
        return requested;
    }
}
