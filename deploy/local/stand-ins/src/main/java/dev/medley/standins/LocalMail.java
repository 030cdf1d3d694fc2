package dev.medley.standins;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mail server on the loopback address that accepts mail for anybody and keeps it until the end of the run. */
public final class LocalMail implements AutoCloseable {

    private final GreenMail server;
    private final Session session;

    private LocalMail(GreenMail server) {
        this.server = server;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty(
                "mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        this.session = Session.getInstance(properties);
    }

    /** Starts the server on a port; 0 for any free one. */
    public static LocalMail start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new LocalMail(server);
    }

    /** The SMTP port. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /**
     * Sends a plain-text mail over SMTP.
     *
     * @throws IllegalStateException when the server refuses it
     */
    public void send(String to, String subject, String text) {
        send(to, subject, text, "plain");
    }

    /**
     * Sends a mail that is one HTML page over SMTP.
     *
     * @throws IllegalStateException when the server refuses it
     */
    public void sendHtml(String to, String subject, String html) {
        send(to, subject, html, "html");
    }

    private void send(String to, String subject, String body, String subtype) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress("no-reply@medley.test"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(body, StandardCharsets.UTF_8.name(), subtype);
            message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("mail to " + to + " was not accepted", e);
        }
    }

    /** All mail so far as each recipient got it, oldest first. */
    public List<Mail> received() {
        // Inboxes, because a mail need not name the recipients that its envelope had.
        return server.getUserManager().listUser().stream()
                .flatMap(recipient ->
                        inbox(recipient).stream().map(message -> new Delivery(recipient.getEmail(), message)))
                .sorted(Comparator.comparing(Delivery::at))
                .map(LocalMail::read)
                .toList();
    }

    private List<StoredMessage> inbox(GreenMailUser recipient) {
        try {
            return server.getUserManager()
                    .getImapHostManager()
                    .getInbox(recipient)
                    .getNonDeletedMessages(); // a copy, as mail may arrive meanwhile
        } catch (FolderException e) {
            throw new IllegalStateException("the inbox of " + recipient.getEmail() + " cannot be read", e);
        }
    }

    /** The newest mail to an address, or null. */
    public @Nullable Mail newestTo(String address) {
        return received().reversed().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Mail read(Delivery delivery) {
        MimeMessage message = delivery.message().getMimeMessage();
        try {
            // Absent or unreadable in some mail; unlike java.time, this parser knows comments and obsolete zones.
            Instant sent = message.getSentDate() == null
                    ? delivery.at()
                    : message.getSentDate().toInstant();
            return new Mail(
                    delivery.recipient(), Objects.requireNonNullElse(message.getSubject(), ""), text(message), sent);
        } catch (MessagingException e) {
            throw new IllegalStateException("a received mail cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        try {
            String content = String.valueOf(message.getContent());
            return message.isMimeType("text/html") ? HtmlText.of(content) : content.strip();
        } catch (UnsupportedEncodingException e) {
            // Java does not know the mail's character set.
            return new String(message.getRawInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).strip();
        }
    }

    private record Delivery(String recipient, StoredMessage message) {

        Instant at() {
            return message.getReceivedDate().toInstant();
        }
    }

    /**
     * A received mail.
     *
     * @param to the recipient's address by the envelope
     * @param subject decoded; empty without one
     * @param text the body; what an HTML page says, without its markup
     * @param sentAt by the sender's clock; the time of arrival if the mail does not tell
     */
    public record Mail(String to, String subject, String text, Instant sentAt) {}
}
