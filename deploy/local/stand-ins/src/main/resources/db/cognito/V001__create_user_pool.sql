create table user_pool (
    id         text primary key,
    name       text        not null,
    created_at timestamptz not null
);

-- The secret is kept readable: DescribeUserPoolClient returns it and SECRET_HASH is computed with it.
create table app_client (
    id         text primary key,
    pool_id    text        not null references user_pool,
    name       text        not null unique,
    secret     text,
    created_at timestamptz not null
);

create table signing_key (
    kid        text primary key,
    token_use  text        not null check (token_use in ('access', 'id')),
    jwk        jsonb       not null,
    created_at timestamptz not null,
    retired_at timestamptz
);

create unique index signing_key_active on signing_key (token_use) where retired_at is null;

-- position gives listings an order that later sign-ups do not disturb.
create table app_user (
    username       uuid primary key,
    position       bigint generated always as identity unique,
    email          text        not null unique check (email = lower(email)),
    email_verified boolean     not null,
    attributes     jsonb       not null,
    password_hash  text        not null,
    status         text        not null
        check (status in ('UNCONFIRMED', 'CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED')),
    enabled        boolean     not null default true,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);

create table user_group (
    name        text primary key,
    description text,
    precedence  integer check (precedence >= 0),
    role_arn    text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create table group_member (
    username   uuid not null references app_user on delete cascade,
    group_name text not null references user_group on delete cascade,
    primary key (username, group_name)
);
