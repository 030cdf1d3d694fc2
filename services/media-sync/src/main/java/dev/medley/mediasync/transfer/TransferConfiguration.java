package dev.medley.mediasync.transfer;

import dev.medley.storage.ObjectStore;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransferProperties.class)
class TransferConfiguration {

    @Bean
    CloseableHttpClient sourceClient(TransferProperties properties) {
        return SourceClient.create(properties, SystemDefaultDnsResolver.INSTANCE);
    }

    @Bean
    MediaTransfers mediaTransfers(
            CloseableHttpClient sourceClient, S3Client s3, ObjectStore objects, TransferProperties properties) {
        return new MediaTransfers(sourceClient, s3, objects, properties);
    }
}
