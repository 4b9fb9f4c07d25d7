-- Signing up: a firm comes into being when its owner's address has been proven, not before.
create or replace function auth.subdomain_free(wanted text) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select 1 from public.firms f where f.subdomain = wanted)
     and not exists (select 1 from auth.sign_ups s where s.subdomain = wanted and s.used_at is null and s.expires_at > now()) $$;

create or replace function auth.start_sign_up(key_id uuid, secret_hash bytea, firm text, wanted text, money text, zone text, person text, address text,
  password text, until timestamptz, host text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('subdomain:' || wanted, 0));
  -- The same person may try again before the first mail was opened.
  delete from auth.sign_ups s where s.subdomain = wanted and s.email = lower(address) and s.used_at is null;
  if not auth.subdomain_free(wanted) then return false; end if;
  insert into auth.sign_ups (id, hash, firm_name, subdomain, currency, time_zone, name, email, password_hash, expires_at)
  values (key_id, secret_hash, firm, wanted, money, zone, person, lower(address), password, until);
  perform app.enqueue_mail('sign_up_mail', jsonb_build_object('keyId', key_id, 'email', lower(address), 'name', person, 'firm', firm, 'host', host));
  return true; end $$;

drop function if exists auth.sign_up(bytea);
create or replace function auth.sign_up(secret_hash bytea) returns table (firm_name text, subdomain text, email text, password_hash text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.firm_name, s.subdomain, s.email, s.password_hash from auth.sign_ups s where s.hash = secret_hash and s.used_at is null and s.expires_at > now() $$;

-- Makes the firm and its owner, once. Somebody who has an account already keeps their password.
create or replace function auth.finish_sign_up(secret_hash bytea) returns table (firm_id uuid, subdomain text, email text)
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare s auth.sign_ups; person uuid; firm uuid := gen_random_uuid(); member uuid := gen_random_uuid(); begin
  update auth.sign_ups x set used_at = now() where x.hash = secret_hash and x.used_at is null and x.expires_at > now() returning x.* into s;
  if not found then return; end if;
  insert into auth.users (id, email, name, password_hash, email_verified_at) values (gen_random_uuid(), s.email, s.name, s.password_hash, now())
  on conflict (email) do update set email_verified_at = coalesce(auth.users.email_verified_at, now()),
    password_hash = coalesce(auth.users.password_hash, excluded.password_hash)
  returning id into person;
  insert into public.firms (id, name, subdomain, currency, time_zone, created_at, updated_at)
  values (firm, s.firm_name, s.subdomain, s.currency, s.time_zone, now(), now());
  insert into public.members (firm_id, id, user_id, email, name, role, status, joined_at, created_at, updated_at)
  values (firm, member, person, s.email, s.name, 'owner', 'active', now(), now(), now());
  perform auth.note(firm, null, 'firm.opened', 'signUp.finish', firm, 'staff', member, s.name);
  return query select firm, s.subdomain, s.email; end $$;

create or replace function auth.request_demo(request uuid, person text, address text, firm text, size text, words text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.demo_requests (id, name, email, company, people, message) values (request, person, lower(address), firm, size, words);
  perform app.enqueue_mail('demo_request_mail', jsonb_build_object('id', request, 'email', lower(address), 'name', person));
end $$;

create or replace function auth.demo_requests()
returns table (id uuid, name text, email text, company text, people text, message text, status text, created_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$ select * from auth.demo_requests order by created_at desc limit 500 $$;

create or replace function auth.set_demo_request(request uuid, new_status text) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin update auth.demo_requests set status = new_status where id = request; return found; end $$;
