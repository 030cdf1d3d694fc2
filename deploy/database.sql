-- The role and the schema of one service, repeatable. ${service} is its name, ${password} its role's password.
-- A role sees its own schema and nothing else: another's answers with SQLSTATE 42501.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${service}') THEN
        CREATE ROLE "${service}" LOGIN;
    END IF;
END
$$;

ALTER ROLE "${service}" PASSWORD '${password}';

CREATE SCHEMA IF NOT EXISTS "${service}" AUTHORIZATION "${service}";

ALTER ROLE "${service}" SET search_path = "${service}";

REVOKE ALL ON SCHEMA public FROM PUBLIC;
