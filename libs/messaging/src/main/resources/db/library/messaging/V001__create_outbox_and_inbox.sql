CREATE TABLE outbox (
    -- Per ordering key the ids grow in commit order: publishers of one key take turns (see Outbox).
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    envelope_id     uuid        NOT NULL,
    event_type      text        NOT NULL,
    queue           text        NOT NULL,
    ordering_key    text        NOT NULL,
    body            text        NOT NULL,
    traceparent     text,
    created_at      timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    -- Attempts that the queue answered with a refusal of this very message; outages do not count.
    refusals        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    last_error      text,
    parked_at       timestamptz,
    UNIQUE (envelope_id, queue)
);

-- Answers "is there an earlier row of the same queue and key".
CREATE INDEX outbox_queue_key_id ON outbox (queue, ordering_key, id);
CREATE INDEX outbox_parked ON outbox (id) WHERE parked_at IS NOT NULL;

CREATE TABLE inbox (
    consumer     text        NOT NULL,
    message_key  text        NOT NULL,
    processed_at timestamptz NOT NULL,
    PRIMARY KEY (consumer, message_key)
);

CREATE INDEX inbox_processed_at ON inbox (processed_at);
