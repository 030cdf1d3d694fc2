ALTER TABLE profile
    ADD COLUMN confirmed_at        timestamptz,
    ADD COLUMN disabled_at         timestamptz,
    ADD COLUMN last_login_at       timestamptz,
    ADD COLUMN subscription_status text    NOT NULL DEFAULT 'PENDING',
    ADD COLUMN financial_emails    boolean NOT NULL DEFAULT true,
    ADD COLUMN newsletter_emails   boolean NOT NULL DEFAULT false,
    ADD COLUMN marketing_emails    boolean NOT NULL DEFAULT false,
    ADD COLUMN details             jsonb   NOT NULL DEFAULT '{}';

-- Until now only a confirmed user had a row.
UPDATE profile SET confirmed_at = created_at, subscription_status = 'ACTIVE';

ALTER TABLE profile
    ADD COLUMN status text GENERATED ALWAYS AS (
        CASE WHEN disabled_at IS NOT NULL THEN 'SUSPENDED'
             WHEN confirmed_at IS NULL THEN 'INACTIVE'
             ELSE 'ACTIVE' END) STORED,
    -- Led by a space, and so is every name: a search for the start of a word looks for a space before it.
    ADD COLUMN search_text text GENERATED ALWAYS AS (
        lower(' ' || email || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, ''))) STORED;

COMMENT ON COLUMN profile.confirmed_at IS 'null while invited and not signed in yet';
COMMENT ON COLUMN profile.last_login_at IS 'does not count as a change: version stays';
COMMENT ON COLUMN profile.details IS 'what clients keep about the user, any JSON object';

-- The order of the list, alone and within each filter that leaves few users.
CREATE INDEX profile_created_at ON profile (created_at, user_id);
CREATE INDEX profile_status ON profile (status, created_at, user_id);
CREATE INDEX profile_subscription_status ON profile (subscription_status, created_at, user_id);
CREATE INDEX profile_newsletter ON profile (created_at, user_id) WHERE newsletter_emails;
CREATE INDEX profile_search_text ON profile USING gin (search_text extensions.gin_trgm_ops);
