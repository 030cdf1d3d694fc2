-- What a client may ask for in its own name, separated by spaces. One that may signs nobody in.
alter table app_client add column scopes text not null default '';
