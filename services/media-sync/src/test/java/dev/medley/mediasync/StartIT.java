package dev.medley.mediasync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StartIT {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theServiceStartsOnAnEmptyDatabase() {
        assertThat(jdbc.sql("SELECT count(*) FROM sync_video").query(Long.class).single())
                .isZero();
    }
}
