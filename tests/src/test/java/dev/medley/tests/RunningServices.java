package dev.medley.tests;

import dev.medley.testing.PlatformTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives test methods all {@link Services} as a parameter, ready. The processes are those of the tests before, so that only
 * what a test has killed is started again; they end with the test run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@ExtendWith(RunningServicesExtension.class)
@interface RunningServices {}
