package dev.medley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.SampleServiceTest;
import dev.medley.sample.UserPool;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that starts while its user pool is out of reach. */
class UserPoolOutageIT extends SampleServiceTest {

    private static final UserPool UNREACHABLE = new UserPool();

    @DynamicPropertySource
    static void unreachablePool(DynamicPropertyRegistry properties) {
        UNREACHABLE.setDown(true);
        properties.add("outage.jwks-uri", UNREACHABLE::jwksUri);
    }

    @Test
    void isUnavailableRatherThanRefusing() throws Exception {
        HttpResponse<String> answer = send(signedIn("/me"));

        problem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void stillServesPublicRoutes() throws Exception {
        assertThat(send(anonymous("/public/hello")).statusCode()).isEqualTo(200);
    }
}
