package dev.medley.images.order;

import dev.medley.images.ImagesProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of orders. Every change moves the image's version on, by which those who watch it see the change. */
@Component
class RenditionOrders {

    /** Failed orders of an image that are kept for its owner to see. */
    private static final int MOST_FAILED = 24;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Duration lease;

    RenditionOrders(JdbcClient jdbc, JsonMapper json, InstantSource clock, ImagesProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.lease = properties.lease();
    }

    /**
     * An order.
     *
     * @param id unique
     * @param imageId of which image
     * @param uploadKey of that image
     * @param name of the rendition
     * @param spec what to make
     * @param attempts started on it
     * @param failed whether it was given up
     * @param leaseUntil until when a worker holds it
     */
    record Order(
            UUID id,
            UUID imageId,
            String uploadKey,
            String name,
            OrderSpec spec,
            int attempts,
            boolean failed,
            @Nullable Instant leaseUntil) {}

    /** Stores an order in place of one of the same name that failed, and of the oldest failed ones beyond those kept. */
    void insert(UUID id, UUID imageId, String name, OrderSpec spec) {
        jdbc.sql("""
                        DELETE FROM rendition_order
                        WHERE image_id = :imageId AND status = 'FAILED'
                          AND (name = :name OR id NOT IN (SELECT id FROM rendition_order
                                                          WHERE image_id = :imageId AND status = 'FAILED'
                                                          ORDER BY created_at DESC, id LIMIT :kept))
                        """)
                .param("imageId", imageId)
                .param("name", name)
                .param("kept", MOST_FAILED)
                .update();
        jdbc.sql("""
                        INSERT INTO rendition_order (id, image_id, name, spec, status, attempts, created_at)
                        VALUES (:id, :imageId, :name, :spec, 'ORDERED', 0, :now)
                        """)
                .param("id", id)
                .param("imageId", imageId)
                .param("name", name)
                .param("spec", json.writeValueAsString(spec))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        touch(imageId);
    }

    /**
     * Takes the row for this transaction; empty when it is done or replaced, or its image is gone. The image's row first, as
     * whoever replaces a failed order has taken that when it comes to the order's.
     */
    Optional<Order> lock(UUID id) {
        return jdbc.sql("""
                        SELECT o.id, o.image_id, i.upload_key, o.name, o.spec, o.attempts, o.status, o.lease_until
                        FROM rendition_order o JOIN image i ON i.id = o.image_id
                        WHERE o.id = :id
                        FOR UPDATE OF i, o
                        """).param("id", id).query((row, _) -> order(row)).optional();
    }

    void start(Order order) {
        jdbc.sql("""
                        UPDATE rendition_order
                        SET status = 'RENDERING', reason = NULL, attempts = :attempts, lease_until = :until
                        WHERE id = :id
                        """)
                .param("id", order.id())
                .param("attempts", order.failed() ? 1 : order.attempts() + 1)
                .param("until", leaseEnd())
                .update();
        touch(order.imageId());
    }

    /** Answers whether this attempt still holds it. */
    boolean extend(Order held) {
        return change(held, "UPDATE rendition_order SET lease_until = :until", Map.of("until", leaseEnd()));
    }

    /** The lease ends now: when it did tells whether anybody comes back to the order. */
    void release(Order held) {
        lockImage(held.imageId());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (change(held, "UPDATE rendition_order SET status = 'ORDERED', lease_until = :now", Map.of("now", now))) {
            touch(held.imageId());
        }
    }

    void fail(Order held, String reason) {
        lockImage(held.imageId());
        String change = "UPDATE rendition_order SET status = 'FAILED', reason = :reason, lease_until = NULL";
        if (change(held, change, Map.of("reason", reason))) {
            touch(held.imageId());
        }
    }

    /** The rendition's receipt takes its place; answers whether this attempt still held it. */
    boolean remove(Order held) {
        return change(held, "DELETE FROM rendition_order", Map.of());
    }

    /** Does nothing to an order that another worker has taken over: that was another attempt. */
    private boolean change(Order held, String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql + " WHERE id = :id AND attempts = :attempts")
                        .params(parameters)
                        .param("id", held.id())
                        .param("attempts", held.attempts())
                        .update()
                == 1;
    }

    private OffsetDateTime leaseEnd() {
        return clock.instant().plus(lease).atOffset(ZoneOffset.UTC);
    }

    /** Before the order's row, as everybody does who takes both. */
    private void lockImage(UUID imageId) {
        jdbc.sql("SELECT id FROM image WHERE id = :id FOR UPDATE")
                .param("id", imageId)
                .query(UUID.class)
                .optional();
    }

    private void touch(UUID imageId) {
        jdbc.sql("UPDATE image SET version = version + 1 WHERE id = :id")
                .param("id", imageId)
                .update();
    }

    private Order order(ResultSet row) throws SQLException {
        OffsetDateTime leaseUntil = row.getObject("lease_until", OffsetDateTime.class);
        return new Order(
                row.getObject("id", UUID.class),
                row.getObject("image_id", UUID.class),
                row.getString("upload_key"),
                row.getString("name"),
                json.readValue(row.getString("spec"), OrderSpec.class),
                row.getInt("attempts"),
                row.getString("status").equals("FAILED"),
                leaseUntil == null ? null : leaseUntil.toInstant());
    }
}
