package dev.medley.identity.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log without its hash.
 *
 * @param sequence its place, from 1 without gaps
 * @param at when, to the microsecond as the database keeps it
 * @param action name of an {@link AuditAction}; text, because what is verified need not be one
 * @param outcome name of an {@link AuditOutcome}
 * @param actor pseudonym of who did it
 * @param target pseudonym of on whom
 * @param clientAddress where the request came from
 * @param requestId names the request in the logs
 * @param resource on what other than a person, a path of an API
 */
record AuditEntry(
        long sequence,
        Instant at,
        String action,
        String outcome,
        @Nullable UUID actor,
        @Nullable UUID target,
        @Nullable String clientAddress,
        @Nullable String requestId,
        @Nullable String resource) {

    private static final int ABSENT = -1;

    AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The hash that ties this entry to all before it: SHA-256, hexadecimal.
     *
     * @param previous the hash of the entry before, or {@link ChainHead#EMPTY}'s
     */
    String hash(String previous) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded(previous));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Every text is led by its length, so that no two entries have the same bytes. A resource is there or not, as entries
     * from before there were any keep their hashes.
     */
    private byte[] encoded(String previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, previous);
            out.writeLong(sequence);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            write(out, action);
            write(out, outcome);
            write(out, actor);
            write(out, target);
            write(out, clientAddress);
            write(out, requestId);
            if (resource != null) {
                write(out, resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
