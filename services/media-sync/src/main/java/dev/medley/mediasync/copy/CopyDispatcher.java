package dev.medley.mediasync.copy;

import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.MediaProviders;
import dev.medley.messaging.QueueDirectory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts media that are to be copied on the queue: of each provider only as many as may be copied at once, over all
 * instances. The rows are the truth: what a dead worker held or a lost message asked for is put on the queue again.
 */
@Component
class CopyDispatcher {

    static final String QUEUE = "media-sync-transfers";

    private static final int BATCH = 10;

    private final MediaProviders providers;
    private final JdbcClient jdbc;
    private final SqsAsyncClient sqs;
    private final QueueDirectory queues;
    private final JsonMapper json;
    private final CopyProperties properties;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    CopyDispatcher(
            MediaProviders providers,
            JdbcClient jdbc,
            SqsAsyncClient sqs,
            QueueDirectory queues,
            JsonMapper json,
            CopyProperties properties,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.providers = providers;
        this.jdbc = jdbc;
        this.sqs = sqs;
        this.queues = queues;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends what may be copied now; answers whether that was anything. */
    boolean dispatch() {
        boolean some = false;
        for (MediaProvider provider : providers.all()) {
            Integer sent = transaction.execute(_ -> dispatch(provider.name()));
            some |= sent != null && sent > 0;
        }
        return some;
    }

    private int dispatch(String provider) {
        // Two instances that count at once would both see the same room.
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('media-sync-dispatch/' || :provider, 0))")
                .param("provider", provider)
                .query((_, _) -> 0)
                .single();
        // A lapsed lease is asked for once more; from then on its message counts as work, until it counts as lost.
        Instant now = clock.instant();
        Instant lost = now.minus(properties.messageLifetime());
        int inWork = jdbc.sql("""
                        SELECT count(*) FROM sync_video
                        WHERE provider = :provider
                          AND (status = 'PENDING' AND dispatched_at >= :lost
                               OR status = 'IN_PROGRESS'
                                  AND (lease_until >= :now OR dispatched_at > lease_until AND dispatched_at >= :lost))
                        """)
                .param("provider", provider)
                .param("lost", lost.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        int room = properties.perProvider() - inWork;
        if (room <= 0) {
            return 0;
        }
        List<UUID> due = jdbc.sql("""
                        UPDATE sync_video SET dispatched_at = :now
                        WHERE id IN (SELECT id FROM sync_video
                                     WHERE provider = :provider AND next_attempt_at <= :now
                                       AND (status = 'PENDING' AND reason IS NULL
                                            AND (dispatched_at IS NULL OR dispatched_at < :lost)
                                            OR status = 'IN_PROGRESS' AND lease_until < :now
                                               AND (dispatched_at IS NULL OR dispatched_at <= lease_until
                                                    OR dispatched_at < :lost))
                                     ORDER BY next_attempt_at, id LIMIT :room
                                     FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .param("provider", provider)
                .param("lost", lost.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("room", room)
                .query(UUID.class)
                .list();
        for (int from = 0; from < due.size(); from += BATCH) {
            send(due.subList(from, Math.min(due.size(), from + BATCH)));
        }
        return due.size();
    }

    /** Within the transaction, so that a refused message leaves no trace; one that comes too early finds its row too. */
    private void send(List<UUID> videos) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, videos.size())
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(json.writeValueAsString(new CopyRequested(videos.get(i))))
                        .build())
                .toList();
        SendMessageBatchResponse answer = sqs.sendMessageBatch(
                        request -> request.queueUrl(queues.url(QUEUE)).entries(entries))
                .join();
        if (!answer.failed().isEmpty()) {
            throw new IllegalStateException("SQS did not take %d of %d messages: %s"
                    .formatted(
                            answer.failed().size(),
                            entries.size(),
                            answer.failed().getFirst().code()));
        }
    }
}
