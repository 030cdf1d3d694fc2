-- Whoever has no account is answered as if they had one, with the same made-up names each time: they come from this key.
alter table user_pool add column decoy_key uuid not null default gen_random_uuid();
alter table user_pool alter column decoy_key drop default;

-- Such a person can be asked, too; deleting a user deletes their challenges explicitly.
alter table auth_challenge drop constraint auth_challenge_username_fkey;
alter table auth_challenge add column state jsonb not null default '{}';
create index auth_challenge_username on auth_challenge (username);
create index auth_challenge_expires_at on auth_challenge (expires_at);
