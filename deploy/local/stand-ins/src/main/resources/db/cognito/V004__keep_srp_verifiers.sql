-- What SRP checks a password with, hexadecimal. Users of before have none until their next password.
alter table app_user add column srp_salt text;
alter table app_user add column srp_verifier text;
alter table app_user add check ((srp_salt is null) = (srp_verifier is null));
