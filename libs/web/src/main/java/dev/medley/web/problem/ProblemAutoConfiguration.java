package dev.medley.web.problem;

import dev.medley.web.FilterOrder;
import dev.medley.web.WebAutoConfiguration;
import dev.medley.web.WebProperties;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Problem details for every error: Spring MVC, filters, error dispatches and Tomcat itself. */
@AutoConfiguration(
        after = {WebAutoConfiguration.class, JacksonAutoConfiguration.class},
        before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ProblemAutoConfiguration {

    @Bean
    Problems problems(WebProperties properties) {
        return new Problems(properties.problemBaseUri());
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, JsonMapper json) {
        return new ProblemWriter(problems, json);
    }

    @Bean
    MvcProblemAdvice mvcProblemAdvice(Problems problems, JsonMapper json) {
        return new MvcProblemAdvice(problems, new UnreadableBody(json));
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(Problems problems) {
        return new ProblemErrorController(problems);
    }

    @Bean
    FilterRegistrationBean<UnexpectedErrorFilter> unexpectedErrorFilter(ProblemWriter writer) {
        FilterRegistrationBean<UnexpectedErrorFilter> registration =
                new FilterRegistrationBean<>(new UnexpectedErrorFilter(writer));
        registration.setOrder(FilterOrder.PROBLEMS);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReportValve(ProblemWriter writer) {
        return factory -> factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            // Named as the host's own, so that the host does not add a second one.
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
            host.getPipeline().addValve(new ProblemReportValve(writer));
        });
    }
}
