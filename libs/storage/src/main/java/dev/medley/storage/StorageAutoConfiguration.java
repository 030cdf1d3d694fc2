package dev.medley.storage;

import io.awspring.cloud.autoconfigure.s3.S3ClientCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The object store over the S3 client that Spring Cloud AWS configures. */
@AutoConfiguration(afterName = "io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration")
@EnableConfigurationProperties(StorageProperties.class)
public class StorageAutoConfiguration {

    @Bean
    S3ClientCustomizer checksummedBodies() {
        return client -> client.putAuthScheme(new ChecksummedBodies());
    }

    @Bean
    @ConditionalOnMissingBean
    ObjectStore objectStore(S3Client client, S3Presigner presigner, StorageProperties properties) {
        return new ObjectStore(client, presigner, properties);
    }
}
