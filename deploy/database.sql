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

-- What a service's migrations use and may not create themselves. The operator classes of pg_trgm index a search for any
-- part of a text.
CREATE SCHEMA IF NOT EXISTS extensions;

CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;

GRANT USAGE ON SCHEMA extensions TO "${service}";

ALTER ROLE "${service}" SET search_path = "${service}";

REVOKE ALL ON SCHEMA public FROM PUBLIC;
