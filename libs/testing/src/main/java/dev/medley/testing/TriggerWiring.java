package dev.medley.testing;

import dev.medley.bridge.TriggerBridge;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Has the user pool call the service under test, through the bridge, if it is one that answers triggers. */
final class TriggerWiring implements TestExecutionListener {

    /** A service that answers for the first time, on a slow machine, is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Each time, because contexts are kept and several services can be running. */
    @Override
    public void beforeTestMethod(TestContext test) {
        if (!AnnotatedElementUtils.hasAnnotation(test.getTestClass(), PlatformTest.class)) {
            return;
        }
        Environment environment = test.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        String secret = environment.getProperty("medley.identity.triggers.secret");
        if (port != null && secret != null) {
            URI endpoint = URI.create("http://127.0.0.1:" + port + "/internal/cognito-triggers");
            TestPlatform.shared()
                    .parts()
                    .cognito()
                    .useTriggers(new TriggerBridge(endpoint, secret, InstantSource.system(), PATIENCE)::invoke);
        }
    }
}
