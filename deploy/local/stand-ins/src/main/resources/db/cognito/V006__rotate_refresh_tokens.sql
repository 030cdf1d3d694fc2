-- Null where a client does not rotate its refresh tokens.
alter table app_client add column rotation_grace_seconds integer check (rotation_grace_seconds between 0 and 60);

-- All refresh tokens that a sign-in ever had: one that comes back after it was replaced must be recognised.
create table refresh_token (
    token_hash  text primary key,
    origin_jti  uuid        not null references session on delete cascade,
    issued_at   timestamptz not null,
    replaced_at timestamptz
);

create index refresh_token_origin_jti on refresh_token (origin_jti);

insert into refresh_token (token_hash, origin_jti, issued_at)
select refresh_token_hash, origin_jti, authenticated_at from session;

alter table session drop column refresh_token_hash;
create index session_expires_at on session (expires_at);
