package dev.medley.standins.cognito;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the pool mails; some addresses bounce. */
final class Mailbox implements CodeMail {

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Set<String> bouncing = ConcurrentHashMap.newKeySet();

    @Override
    public void send(String to, String subject, String text, Format format) {
        if (bouncing.contains(to)) {
            throw new IllegalStateException("mailbox unavailable");
        }
        mails.add(new Mail(to, subject, text, format));
    }

    void bounce(String address) {
        bouncing.add(address);
    }

    List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** The last word of the newest mail: the code, or the temporary password. */
    String newestSecret(String address) {
        String text = to(address).getLast().text();
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    record Mail(String to, String subject, String text, Format format) {}
}
