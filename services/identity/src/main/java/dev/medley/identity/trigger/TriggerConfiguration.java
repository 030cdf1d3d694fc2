package dev.medley.identity.trigger;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TriggerProperties.class, SignUpProperties.class})
class TriggerConfiguration {}
