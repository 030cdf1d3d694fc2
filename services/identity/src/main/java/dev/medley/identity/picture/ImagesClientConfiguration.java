package dev.medley.identity.picture;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The client of the images service; its address is {@code spring.http.serviceclient.images.base-url}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "images", types = ImagesApi.class)
class ImagesClientConfiguration {}
