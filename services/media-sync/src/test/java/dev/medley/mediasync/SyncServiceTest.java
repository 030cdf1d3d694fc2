package dev.medley.mediasync;

import dev.medley.mediasync.credential.ConcurrentRefresh;
import dev.medley.mediasync.credential.RotationTrial;
import dev.medley.simulators.GoProSimulator;
import dev.medley.simulators.MediaLibrary;
import dev.medley.simulators.WebDavSimulator;
import dev.medley.testing.PlatformTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The service beside a simulated GoPro cloud and a simulated WebDAV folder, both empty at first. All tests have one
 * context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "medley.upstream.allowed-hosts=127.0.0.1",
            "medley.upstream.initial-backoff=10ms",
            "medley.media-sync.providers.gopro.kind=gopro",
            "medley.media-sync.providers.archive.kind=webdav",
            "medley.media-sync.runs.poll-interval=100ms",
            "medley.media-sync.runs.backoff=50ms",
            "medley.media-sync.copies.poll-interval=100ms",
            "medley.media-sync.copies.backoff=50ms",
            "medley.media-sync.copies.lease=15s",
            "medley.media-sync.transfer.retry-pause=10ms"
        })
@Import({SyncServiceTest.Clouds.class, ConcurrentRefresh.class, RotationTrial.class})
@interface SyncServiceTest {

    /** The simulators. */
    @TestConfiguration(proxyBeanMethods = false)
    class Clouds {

        @Bean
        GoProSimulator goPro() {
            return GoProSimulator.start(new MediaLibrary(), 0, "gopro-secret");
        }

        @Bean
        WebDavSimulator archive() {
            return WebDavSimulator.start(new MediaLibrary(), 0, "archive-secret");
        }

        @Bean
        DynamicPropertyRegistrar addresses(GoProSimulator goPro, WebDavSimulator archive) {
            return registry -> {
                registry.add("medley.media-sync.providers.gopro.base-url", goPro::address);
                registry.add("medley.media-sync.providers.archive.base-url", archive::address);
            };
        }
    }
}
