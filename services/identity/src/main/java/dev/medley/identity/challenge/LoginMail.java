package dev.medley.identity.challenge;

import dev.medley.identity.message.Message;
import dev.medley.identity.message.Messages;
import dev.medley.identity.message.Template;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;

/**
 * Sends login codes beside the request: only an account that exists has a mail to wait for. What cannot be sent is lost,
 * logged and counted; the user asks again.
 */
@Component
class LoginMail implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LoginMail.class);

    /** A mail server that hangs holds up this many mails for as long as its time-outs, and the next ones wait. */
    private static final int SENDERS = 4;

    private static final int WAITING = 200;
    private static final long IDLE_SECONDS = 30;

    private final MailSender sender;
    private final Messages messages;
    private final MailProperties properties;
    private final MeterRegistry meters;
    private final ExecutorService executor = executor();

    LoginMail(MailSender sender, Messages messages, MailProperties properties, MeterRegistry meters) {
        this.sender = sender;
        this.messages = messages;
        this.properties = properties;
        this.meters = meters;
    }

    private static ExecutorService executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                SENDERS,
                SENDERS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofVirtual().name("login-mail-", 0).factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /**
     * Has a code sent, soon.
     *
     * @param locale of the user, if known
     */
    void send(String to, @Nullable String locale, String code) {
        Message message = messages.of(Template.LOGIN_CODE, locale, code, to);
        try {
            executor.execute(() -> deliver(to, message));
        } catch (RejectedExecutionException e) {
            count("dropped");
            log.error("a login code was not sent: {} mails are waiting already", WAITING, e);
        }
    }

    private void deliver(String to, Message message) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(properties.from());
        mail.setTo(to);
        mail.setSubject(message.subject());
        mail.setText(message.text());
        try {
            sender.send(mail);
            count("sent");
        } catch (MailException e) {
            count("failed");
            log.error("a login code was not sent", e);
        }
    }

    private void count(String outcome) {
        meters.counter("identity.login-mails", "outcome", outcome).increment();
    }

    /** Sends what waits; a container is given time to stop. */
    @Override
    public void destroy() {
        executor.close();
    }
}
