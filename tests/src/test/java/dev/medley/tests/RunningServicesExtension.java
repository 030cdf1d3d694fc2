package dev.medley.tests;

import dev.medley.testing.TestPlatform;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps the services in JUnit's root store, which closes them at the end of the run. */
final class RunningServicesExtension implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext test) {
        services(test).allReady();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Services.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return services(test);
    }

    private static Services services(ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningServicesExtension.class))
                .computeIfAbsent(Services.class, _ -> new Services(TestPlatform.shared()), Services.class);
    }
}
