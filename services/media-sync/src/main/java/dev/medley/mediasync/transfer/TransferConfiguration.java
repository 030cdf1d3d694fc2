package dev.medley.mediasync.transfer;

import dev.medley.storage.ObjectStore;
import dev.medley.upstream.AddressFilter;
import java.time.InstantSource;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransferProperties.class)
class TransferConfiguration {

    @Bean
    CloseableHttpClient sourceClient(TransferProperties properties, AddressFilter addresses) {
        return SourceClient.create(properties, new FilteredHosts(addresses));
    }

    @Bean
    MediaTransfers mediaTransfers(
            CloseableHttpClient sourceClient,
            S3Client s3,
            ObjectStore objects,
            TransferProperties properties,
            ObjectProvider<InstantSource> clock) {
        return new MediaTransfers(
                sourceClient, s3, objects, properties, clock.getIfUnique(InstantSource::system), System::nanoTime);
    }

    @Bean
    AbandonedUploads abandonedUploads(S3Client s3, ObjectStore objects) {
        return new AbandonedUploads(s3, objects);
    }
}
