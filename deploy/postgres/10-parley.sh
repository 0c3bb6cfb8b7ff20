#!/usr/bin/env bash
# Gives each service a role and a schema of its own; none can read another's. Runs once, on an empty
# volume.
set -euo pipefail

for role in auth routing presence; do
  password=$(cat "/run/secrets/${role}_password")
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    -v role="$role" -v password="$password" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
ALTER ROLE :"role" SET search_path = :"role";
GRANT CONNECT, TEMPORARY ON DATABASE parley TO :"role";
CREATE SCHEMA :"role" AUTHORIZATION :"role";
SQL
done

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
REVOKE CONNECT ON DATABASE parley FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA routing;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA routing;
SQL
