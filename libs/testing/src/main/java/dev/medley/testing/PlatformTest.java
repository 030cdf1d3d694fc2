package dev.medley.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test PostgreSQL, SQS, S3 with notifications, a user pool and a mail inbox, started once for all tests of a
 * module. A Spring Boot test's service is configured with them by its {@code spring.application.name}; test methods get
 * {@link TestPlatform} as a parameter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(PlatformExtension.class)
public @interface PlatformTest {}
