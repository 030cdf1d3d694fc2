package dev.medley.mediasync;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class MediaSyncApplication {

    /** Starts the service with the configuration of its environment. */
    public static void main(String[] args) {
        SpringApplication.run(MediaSyncApplication.class, args);
    }
}
