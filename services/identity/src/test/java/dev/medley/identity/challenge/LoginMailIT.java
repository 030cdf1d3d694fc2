package dev.medley.identity.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.message.Messages;
import dev.medley.standins.LocalMail;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LoginMailIT {

    private final String email = "user-" + UUID.randomUUID() + "@example.com";

    @Autowired
    private LoginMail mail;

    @Autowired
    private Messages messages;

    @Test
    void theMailIsInTheLanguageOfTheUser(TestPlatform platform) {
        mail.send(email, "de_AT", "123456");

        LocalMail.Mail received = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> platform.parts().mail().newestTo(email), found -> found != null);
        assertThat(received.subject()).isEqualTo("Ihr Code zur Anmeldung");
        assertThat(received.text()).contains("Ihr Code lautet 123456.").doesNotContain("<");
    }

    @Test
    void whatCannotBeSentIsCounted() throws IOException {
        JavaMailSenderImpl nobody = new JavaMailSenderImpl();
        nobody.setHost("127.0.0.1");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody.setPort(taken.getLocalPort());
        }
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        LoginMail broken = new LoginMail(nobody, messages, new MailProperties("no-reply@example.com"), meters);

        broken.send(email, null, "123456");
        broken.destroy();

        assertThat(meters.counter("identity.login-mails", "outcome", "failed").count())
                .isEqualTo(1);
    }

    @Test
    void moreThanCanWaitIsDroppedAndCounted() throws IOException {
        JavaMailSenderImpl silent = new JavaMailSenderImpl();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        // Takes connections and never says a word.
        try (ServerSocket server = new ServerSocket(0, 300, InetAddress.getLoopbackAddress())) {
            silent.setHost("127.0.0.1");
            silent.setPort(server.getLocalPort());
            silent.getJavaMailProperties().setProperty("mail.smtp.timeout", "30000");
            LoginMail held = new LoginMail(silent, messages, new MailProperties("no-reply@example.com"), meters);
            for (int index = 0; index < 206; index++) {
                held.send(email, null, "123456");
            }

            assertThat(meters.counter("identity.login-mails", "outcome", "dropped")
                            .count())
                    .isPositive();
        }
    }
}
