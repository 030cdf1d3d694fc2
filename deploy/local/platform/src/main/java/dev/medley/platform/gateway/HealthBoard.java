package dev.medley.platform.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Checks all components at once. */
final class HealthBoard {

    private final List<Component> components;
    private final Duration limit;

    /**
     * @param components in the order of the answer
     * @param limit what takes longer counts as down
     */
    HealthBoard(List<Component> components, Duration limit) {
        this.components = components;
        this.limit = limit;
    }

    List<Health> check() throws InterruptedException {
        try (ExecutorService checks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Health>> results = checks.invokeAll(
                    components.stream()
                            .map(component -> (Callable<Health>) () -> check(component))
                            .toList(),
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS);
            List<Health> all = new ArrayList<>();
            for (int index = 0; index < results.size(); index++) {
                all.add(result(components.get(index), results.get(index)));
            }
            return all;
        }
    }

    private static Health check(Component component) {
        try {
            component.check().run();
            return Health.of(component, null);
        } catch (Exception e) {
            String message = e.getMessage();
            return Health.of(component, message == null ? e.getClass().getSimpleName() : message);
        }
    }

    private static Health result(Component component, Future<Health> result) throws InterruptedException {
        try {
            return result.get();
        } catch (CancellationException _) {
            return Health.of(component, "no answer in time");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a health check broke", e.getCause());
        }
    }

    /**
     * How one component is.
     *
     * @param name of the component
     * @param role of the component
     * @param address of the component
     * @param up whether it works
     * @param problem why it does not
     */
    record Health(
            String name,
            String role,
            String address,
            boolean up,
            @Nullable String problem) {

        static Health of(Component component, @Nullable String problem) {
            return new Health(component.name(), component.role(), component.address(), problem == null, problem);
        }
    }
}
