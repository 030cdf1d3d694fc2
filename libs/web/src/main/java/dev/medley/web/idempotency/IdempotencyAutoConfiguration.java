package dev.medley.web.idempotency;

import dev.medley.data.LibraryMigrations;
import dev.medley.web.FilterOrder;
import dev.medley.web.WebAutoConfiguration;
import dev.medley.web.WebProperties;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency keys, where there is a database to keep them. */
@AutoConfiguration(after = {WebAutoConfiguration.class, DataSourceAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(DataSource.class)
@EnableScheduling
public class IdempotencyAutoConfiguration {

    @Bean
    LibraryMigrations webMigrations() {
        return new LibraryMigrations("web");
    }

    @Bean
    AnswerStore idempotentAnswers(JdbcClient jdbc, JsonMapper json, InstantSource time) {
        return new AnswerStore(jdbc, json, time);
    }

    @Bean
    IdempotentAspect idempotentAspect(AnswerStore answers, PlatformTransactionManager transactions, JsonMapper json) {
        return new IdempotentAspect(answers, transactions, json);
    }

    @Bean
    AnswerPurge idempotentAnswerPurge(AnswerStore answers) {
        return new AnswerPurge(answers);
    }

    @Bean
    FilterRegistrationBean<KeptBody> idempotentBodyFilter(WebProperties properties) {
        FilterRegistrationBean<KeptBody> registration =
                new FilterRegistrationBean<>(new KeptBody(properties.maxBodySize()));
        registration.setOrder(FilterOrder.IDEMPOTENCY);
        return registration;
    }
}
