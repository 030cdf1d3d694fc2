package dev.medley.standins;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Mail that other programs than the platform send. */
class LocalMailIT {

    @Test
    void aMailWithoutHeadersIsListedByItsEnvelope() throws Exception {
        try (LocalMail mail = LocalMail.start(0)) {
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            deliver(mail, "X-Mailer: none\r\n\r\nbare\r\n", "anna@example.com", "ben@example.com");

            assertThat(mail.received())
                    .extracting(LocalMail.Mail::to)
                    .containsExactlyInAnyOrder("anna@example.com", "ben@example.com");
            assertThat(mail.newestTo("ben@example.com")).isNotNull().satisfies(bare -> {
                assertThat(bare.subject()).isEmpty();
                assertThat(bare.text()).isEqualTo("bare");
                assertThat(bare.sentAt()).isBetween(before, Instant.now());
            });
        }
    }

    @Test
    void aDateMayHaveAComment() throws Exception {
        try (LocalMail mail = LocalMail.start(0)) {
            deliver(
                    mail,
                    "To: undisclosed-recipients:;\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000 (UTC)\r\n\r\ndated\r\n",
                    "anna@example.com");

            assertThat(mail.received())
                    .singleElement()
                    .extracting(LocalMail.Mail::to, LocalMail.Mail::sentAt)
                    .containsExactly("anna@example.com", Instant.parse("2026-11-22T10:00:00Z"));
        }
    }

    @Test
    void anUnreadableDateOrCharacterSetDoesNotHideOtherMail() throws Exception {
        try (LocalMail mail = LocalMail.start(0)) {
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            mail.send("anna@example.com", "first", "usual");
            deliver(
                    mail,
                    "Date: yesterday\r\nContent-Type: text/plain; charset=unheard-of\r\n\r\nunusual\r\n",
                    "anna@example.com");

            assertThat(mail.received()).extracting(LocalMail.Mail::text).containsExactly("usual", "unusual");
            assertThat(mail.received().getLast().sentAt()).isBetween(before, Instant.now());
        }
    }

    @Test
    void aPageIsReadAsText() {
        try (LocalMail mail = LocalMail.start(0)) {
            mail.sendHtml("anna@example.com", "code", "<p>Grüße, your code is <b>123456</b></p>");

            assertThat(mail.received()).extracting(LocalMail.Mail::text).containsExactly("Grüße, your code is 123456");
        }
    }

    private static void deliver(LocalMail mail, String source, String... recipients) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        Address[] envelope = InternetAddress.parse(String.join(",", recipients));
        // Transport.send would complete the headers.
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(source.getBytes(StandardCharsets.US_ASCII))),
                    envelope);
        }
    }
}
