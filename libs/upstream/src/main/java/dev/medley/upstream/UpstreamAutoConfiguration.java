package dev.medley.upstream;

import java.net.http.HttpClient;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The address filter and the client. */
@AutoConfiguration
@EnableConfigurationProperties(UpstreamProperties.class)
public class UpstreamAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AddressFilter addressFilter(UpstreamProperties properties) {
        return new AddressFilter(properties.allowedHosts());
    }

    @Bean
    @ConditionalOnMissingBean
    Pause pause() {
        return Thread::sleep;
    }

    @Bean
    @ConditionalOnMissingBean
    UpstreamClient upstreamClient(
            AddressFilter addresses, UpstreamProperties properties, ObjectProvider<InstantSource> clock, Pause pause) {
        HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build();
        return new UpstreamClient(http, addresses, properties, clock.getIfUnique(InstantSource::system), pause);
    }
}
