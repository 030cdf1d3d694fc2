package dev.medley.identity.challenge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LoginCodeProperties.class, MailProperties.class})
class ChallengeConfiguration {}
