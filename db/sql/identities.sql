-- The accounts at Google and Microsoft that sign a person in, as the person sees and changes them.
create or replace function auth.my_identities() returns table (issuer text, since timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select i.issuer, i.created_at from auth.identities i where i.user_id = current_setting('app.user_id')::uuid order by i.created_at, i.issuer $$;

-- False when the account signs somebody else in.
create or replace function auth.link_my_identity(provider text, sub text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare me constant uuid := current_setting('app.user_id')::uuid; begin
  insert into auth.identities (issuer, subject, user_id) values (provider, sub, me) on conflict do nothing;
  return exists (select from auth.identities i where i.issuer = provider and i.subject = sub and i.user_id = me); end $$;

create or replace function auth.unlink_my_identity(provider text) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from auth.identities i where i.issuer = provider and i.user_id = current_setting('app.user_id')::uuid $$;
