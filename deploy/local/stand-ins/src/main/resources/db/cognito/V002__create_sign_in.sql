create table verification_code (
    username   uuid        not null references app_user on delete cascade,
    purpose    text        not null check (purpose in ('SIGN_UP', 'PASSWORD_RESET')),
    code_hash  text        not null,
    expires_at timestamptz not null,
    primary key (username, purpose)
);

-- Keyed by e-mail address, not by user, here and below: an unknown address is slowed down exactly like a known one.
create table sign_in_failure (
    email          text primary key,
    failures       integer     not null,
    last_failed_at timestamptz not null,
    locked_until   timestamptz not null
);

create table request_count (
    email        text        not null,
    kind         text        not null,
    window_start timestamptz not null,
    requests     integer     not null,
    primary key (email, kind)
);

-- One row per sign-in: everything that is minted from its refresh token carries its origin_jti.
create table session (
    origin_jti         uuid primary key,
    username           uuid        not null references app_user on delete cascade,
    client_id          text        not null references app_client,
    refresh_token_hash text        not null unique,
    authenticated_at   timestamptz not null,
    expires_at         timestamptz not null,
    revoked_at         timestamptz
);

create index session_username on session (username);

create table auth_challenge (
    session_hash text primary key,
    username     uuid        not null references app_user on delete cascade,
    client_id    text        not null references app_client,
    name         text        not null,
    expires_at   timestamptz not null
);
