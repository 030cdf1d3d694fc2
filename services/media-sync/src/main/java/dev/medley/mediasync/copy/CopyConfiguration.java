package dev.medley.mediasync.copy;

import dev.medley.mediasync.Poller;
import dev.medley.messaging.MessagingProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CopyProperties.class)
class CopyConfiguration {

    /** Only where messages are consumed too: the role {@code api} answers requests and nothing else. */
    @Bean
    Poller copyPoller(CopyDispatcher dispatcher, CopyProperties properties, MessagingProperties messaging) {
        return new Poller("copies", properties.pollInterval(), messaging.consumersEnabled(), dispatcher::dispatch);
    }

    @Bean
    Poller uploadPoller(LeftUploads uploads, MessagingProperties messaging) {
        return new Poller("left uploads", LeftUploads.PAUSE, messaging.consumersEnabled(), uploads::free);
    }
}
