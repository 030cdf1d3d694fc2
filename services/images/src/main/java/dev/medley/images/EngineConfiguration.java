package dev.medley.images;

import dev.medley.images.engine.DecodeBudget;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.JvmImageEngine;
import dev.medley.images.engine.turbo.TurboImageEngine;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImagesProperties.class)
class EngineConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EngineConfiguration.class);

    @Bean
    ImageEngine imageEngine(ImagesProperties properties) {
        ImageIO.setUseCache(false);
        ImageEngine everywhere = new JvmImageEngine(properties.animation());
        ImageEngine engine = TurboImageEngine.over(everywhere).orElse(everywhere);
        log.info("pictures are rendered by the {} engine as {}", engine.name(), engine.formats());
        return engine;
    }

    /** One for everything that is decoded in this instance. */
    @Bean
    DecodeBudget decodeBudget(ImagesProperties properties) {
        return new DecodeBudget(
                Runtime.getRuntime().availableProcessors(),
                Math.toIntExact(properties.decodeMemory().toBytes()),
                Math.toIntExact(properties.codecMemory().toBytes()));
    }

    /** Before the service takes requests: the first pictures would take ten times as long as later ones. */
    @Bean
    ApplicationRunner engineWarmUp(ImageEngine engine, ImageInspector inspector) {
        return _ -> new EngineWarmUp(engine, inspector).run();
    }

    @Bean
    ImageInspector imageInspector(ImagesProperties properties) {
        return new ImageInspector(
                properties.maxPixels(), properties.decodeMemory().toBytes());
    }
}
