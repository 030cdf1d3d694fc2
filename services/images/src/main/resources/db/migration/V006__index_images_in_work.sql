-- For those that no worker comes back to: few rows, looked at every five minutes.
CREATE INDEX image_in_work ON image (updated_at) WHERE status IN ('VALIDATING', 'RENDERING');
