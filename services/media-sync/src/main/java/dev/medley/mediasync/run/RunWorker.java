package dev.medley.mediasync.run;

import dev.medley.mediasync.Poller;
import dev.medley.messaging.MessagingProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunProperties.class)
class RunWorker {

    /** Only where messages are consumed too: the role {@code api} answers requests and nothing else. */
    @Bean
    Poller runPoller(RunLister lister, RunProperties properties, MessagingProperties messaging) {
        return new Poller("runs", properties.pollInterval(), messaging.consumersEnabled(), lister::step);
    }
}
