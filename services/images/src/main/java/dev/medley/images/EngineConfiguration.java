package dev.medley.images;

import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.JvmImageEngine;
import javax.imageio.ImageIO;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImagesProperties.class)
class EngineConfiguration {

    @Bean
    ImageEngine imageEngine() {
        ImageIO.setUseCache(false);
        return new JvmImageEngine();
    }

    @Bean
    ImageInspector imageInspector(ImagesProperties properties) {
        return new ImageInspector(
                properties.maxPixels(), properties.decodeMemory().toBytes());
    }
}
