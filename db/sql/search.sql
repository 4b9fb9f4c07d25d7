-- Text as it is searched: lower case, without accents.
create extension if not exists unaccent with schema app;
create or replace function app.plain(value text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select lower(app.unaccent('app.unaccent'::regdictionary, value)) $$;
grant execute on function app.unaccent(text), app.unaccent(regdictionary, text) to public;
-- Words that are nearly right, for ⌘K.
create extension if not exists pg_trgm with schema app;
