package dev.medley.images.scan;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScannerProperties.class)
class ScannerConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ScannerConfiguration.class);

    @Bean
    VirusScanner virusScanner(ScannerProperties properties) {
        String address = properties.address();
        if (address == null || address.isBlank()) {
            log.warn("medley.images.scanner.address is not set: uploaded files are not scanned for malware");
            return _ -> ScanOutcome.SKIPPED;
        }
        URI clamd = URI.create("clamd://" + address.strip());
        if (clamd.getHost() == null || clamd.getPort() < 1) {
            throw new IllegalArgumentException(
                    "medley.images.scanner.address must be host:port, for example clamd.internal:3310");
        }
        log.info("uploaded files are scanned for malware by {}", address);
        return new ClamdScanner(clamd.getHost(), clamd.getPort(), properties.timeout());
    }
}
