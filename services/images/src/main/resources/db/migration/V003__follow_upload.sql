-- Which object an image was made of, when an upload counts as abandoned, and how long each step took.
ALTER TABLE image
    ADD COLUMN object_etag            text,
    ADD COLUMN sequencer              text,
    ADD COLUMN expires_at             timestamptz,
    ADD COLUMN validation_started_at  timestamptz,
    ADD COLUMN validation_finished_at timestamptz,
    ADD COLUMN scan_outcome           text,
    ADD COLUMN scan_started_at        timestamptz,
    ADD COLUMN scan_finished_at       timestamptz,
    ADD COLUMN rendering_started_at   timestamptz,
    ADD COLUMN rendering_finished_at  timestamptz;

UPDATE image SET expires_at = created_at + interval '75 minutes';

ALTER TABLE image ALTER COLUMN expires_at SET NOT NULL;

CREATE INDEX image_abandoned ON image (expires_at) WHERE status = 'UPLOADING';
