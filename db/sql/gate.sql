-- Where there is no firm yet: host look-up, sign-in, invitations, reset, webhooks. Only app_gate may call these,
-- so that a fault in a business query can't. Each is listed in db/gate.ts and tested.

create or replace function auth.firm_by_host(wanted_by text, wanted text)
returns table (id uuid, firm_name text, subdomain text, portal_domain text, accent text, locale text, currency text, logo_key text, suspended boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select f.id, f.name, f.subdomain, f.portal_domain, f.accent, f.locale, f.currency, f.logo_key, f.suspended_at is not null from public.firms f
   where case wanted_by when 'subdomain' then f.subdomain = wanted when 'domain' then f.portal_domain = wanted when 'id' then f.id::text = wanted else false end $$;

create or replace function auth.credentials(address text) returns table (user_id uuid, password_hash text, operator boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select u.id, u.password_hash, u.operator from auth.users u where u.email = lower(address) and u.disabled_at is null $$;

create or replace function auth.person_by_identity(provider text, sub text) returns table (user_id uuid, email text)
language sql stable security definer set search_path = pg_catalog as $$
  select u.id, u.email from auth.identities i join auth.users u on u.id = i.user_id
   where i.issuer = provider and i.subject = sub and u.disabled_at is null $$;

-- Binds a provider's account to a person whose e-mail the provider has verified and whom a firm has let in before.
create or replace function auth.link_identity(provider text, sub text, address text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare person uuid; begin
  select u.id into person from auth.users u where u.email = lower(address) and u.email_verified_at is not null and u.disabled_at is null;
  if person is not null then insert into auth.identities (issuer, subject, user_id) values (provider, sub, person) on conflict do nothing; end if;
  return person; end $$;

create or replace function auth.memberships(person uuid)
returns table (firm_id uuid, firm_name text, subdomain text, member_id uuid, role text)
language sql stable security definer set search_path = pg_catalog as $$
  select f.id, f.name, f.subdomain, m.id, m.role from public.members m join public.firms f on f.id = m.firm_id
   where m.user_id = person and m.status = 'active' and f.suspended_at is null order by m.joined_at, f.id $$;

create or replace function auth.portal_memberships(person uuid, firm uuid)
returns table (client_id uuid, client_name text, portal_user_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.name, p.id from public.portal_users p join public.clients c on c.firm_id = p.firm_id and c.id = p.client_id
   where p.user_id = person and p.firm_id = firm and p.status = 'active' order by p.joined_at, c.id $$;

create or replace function auth.note(firm uuid, client uuid, event text, op text, subject uuid, actor text, actor_uuid uuid, actor_label text) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into public.audit_events (firm_id, id, at, name, operation, subject_id, client_id, actor_kind, actor_id, actor_name)
  values (firm, gen_random_uuid(), clock_timestamp(), event, op, subject, client, actor, actor_uuid, actor_label) $$;

-- Opens a key for someone whose password, provider or single-use secret has just been checked.
create or replace function auth.open_key(key_kind text, door text, secret_hash bytea, person uuid, firm uuid, client uuid, fam uuid,
  until timestamptz, from_ip text, agent text, bound text default null) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare key uuid; who record; begin
  if door = 'workspace' then
    select m.id, m.name into who from public.members m where m.firm_id = firm and m.user_id = person and m.status = 'active';
  elsif door = 'portal' then
    select p.id, p.name into who from public.portal_users p where p.firm_id = firm and p.client_id = client and p.user_id = person and p.status = 'active';
  else
    select u.id, u.name into who from auth.users u where u.id = person and u.operator;
  end if;
  if not found then raise exception 'no membership' using errcode = '28000'; end if;
  insert into auth.keys (hash, kind, surface, firm_id, client_id, user_id, family, expires_at, ip, user_agent, bind)
  values (secret_hash, key_kind, door, firm, client, person, fam, until, from_ip, left(agent, 300), bound) returning id into key;
  if door <> 'platform' and key_kind in ('session', 'refresh') then
    perform auth.note(firm, client, 'session.opened', 'auth.signIn', who.id, case door when 'portal' then 'client' else 'staff' end, who.id, who.name);
  end if;
  return key; end $$;

-- Turns a refresh token once. A second use of the same token means that it was copied: the whole family ends.
create or replace function auth.rotate(old_hash bytea, new_hash bytea, access_hash bytea, refresh_until timestamptz, access_until timestamptz)
returns table (user_id uuid, firm_id uuid, client_id uuid, surface text)
language plpgsql security definer set search_path = pg_catalog as $$
declare k auth.keys; begin
  select * into k from auth.keys x where x.hash = old_hash and x.kind = 'refresh' for update;
  if not found or k.revoked_at is not null or k.expires_at <= statement_timestamp() then return; end if;
  if k.used_at is not null then
    update auth.keys x set revoked_at = statement_timestamp() where x.family = k.family and x.revoked_at is null;
    return;
  end if;
  update auth.keys x set used_at = statement_timestamp() where x.hash = old_hash;
  insert into auth.keys (hash, kind, surface, firm_id, client_id, user_id, family, expires_at, ip, user_agent)
  values (new_hash, 'refresh', k.surface, k.firm_id, k.client_id, k.user_id, k.family, refresh_until, k.ip, k.user_agent),
         (access_hash, 'access', k.surface, k.firm_id, k.client_id, k.user_id, k.family, access_until, k.ip, k.user_agent);
  return query select k.user_id, k.firm_id, k.client_id, k.surface; end $$;

create or replace function auth.end_key(secret_hash bytea) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare k auth.keys; begin
  select * into k from auth.keys x where x.hash = secret_hash;
  if found then
    update auth.keys x set revoked_at = statement_timestamp()
     where (x.hash = secret_hash or (k.family is not null and x.family = k.family)) and x.revoked_at is null;
  end if; end $$;

create or replace function auth.recent_failures(account text, address text) returns table (by_account integer, by_address integer)
language sql stable security definer set search_path = pg_catalog as $$
  select (select count(*)::integer from auth.failures f where f.what = account and f.at > now() - interval '15 minutes'),
         (select count(*)::integer from auth.failures f where f.what = address and f.at > now() - interval '15 minutes') $$;

create or replace function auth.note_failure(account text, address text) returns void language sql security definer set search_path = pg_catalog as $$
  insert into auth.failures (what) values (account), (address) $$;

create or replace function auth.forget_failures(account text) returns void language sql security definer set search_path = pg_catalog as $$
  delete from auth.failures where what = account $$;

create or replace function auth.start_reset(address text, key_id uuid, secret_hash bytea, until timestamptz, host text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare person uuid; begin
  select u.id into person from auth.users u where u.email = lower(address) and u.disabled_at is null;
  if person is not null then
    update auth.keys set revoked_at = statement_timestamp() where user_id = person and kind = 'reset' and revoked_at is null;
    insert into auth.keys (id, hash, kind, surface, user_id, expires_at) values (key_id, secret_hash, 'reset', 'workspace', person, until);
    perform app.enqueue_mail('reset_mail', jsonb_build_object('keyId', key_id, 'email', lower(address), 'host', host));
  end if; end $$;

-- A new password ends every session the person has, everywhere.
create or replace function auth.finish_reset(secret_hash bytea, password text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare person uuid; begin
  update auth.keys k set used_at = statement_timestamp(), revoked_at = statement_timestamp()
   where k.hash = secret_hash and k.kind = 'reset' and k.revoked_at is null and k.expires_at > statement_timestamp() returning k.user_id into person;
  if person is not null then
    update auth.users set password_hash = password, email_verified_at = coalesce(email_verified_at, statement_timestamp()) where id = person;
    update auth.keys set revoked_at = statement_timestamp()
     where user_id = person and revoked_at is null and kind in ('session', 'access', 'refresh', 'reset', 'handoff');
  end if;
  return person; end $$;

create or replace function auth.invitation(secret_hash bytea)
returns table (about text, firm_id uuid, firm_name text, subdomain text, client_id uuid, client_name text, email text, name text, person uuid, has_password boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select k.subject_kind, f.id, f.name, f.subdomain, k.client_id, c.name, coalesce(m.email, p.email), coalesce(m.name, p.name), u.id, u.password_hash is not null
    from auth.keys k join public.firms f on f.id = k.firm_id
    left join public.members m on k.subject_kind = 'member' and m.firm_id = k.firm_id and m.id = k.subject_id and m.status = 'invited'
    left join public.portal_users p on k.subject_kind = 'portal_user' and p.firm_id = k.firm_id and p.id = k.subject_id and p.status = 'invited'
    left join public.clients c on c.firm_id = k.firm_id and c.id = k.client_id
    left join auth.users u on u.email = coalesce(m.email, p.email)
   where k.hash = secret_hash and k.kind = 'invite' and k.revoked_at is null and k.expires_at > statement_timestamp()
     and coalesce(m.id, p.id) is not null $$;

-- Uses an invitation up. An account that already has a password keeps it: the caller must have checked it.
create or replace function auth.accept_invitation(secret_hash bytea, full_name text, new_password text)
returns table (user_id uuid, firm_id uuid, client_id uuid, about text)
language plpgsql security definer set search_path = pg_catalog as $$
declare k auth.keys; person uuid; address text; begin
  update auth.keys x set used_at = statement_timestamp(), revoked_at = statement_timestamp()
   where x.hash = secret_hash and x.kind = 'invite' and x.revoked_at is null and x.expires_at > statement_timestamp() returning x.* into k;
  if not found then return; end if;
  if k.subject_kind = 'member' then
    select m.email into address from public.members m where m.firm_id = k.firm_id and m.id = k.subject_id and m.status = 'invited' for update;
  else
    select p.email into address from public.portal_users p where p.firm_id = k.firm_id and p.id = k.subject_id and p.status = 'invited' for update;
  end if;
  if address is null then return; end if;
  insert into auth.users (id, email, name, password_hash, email_verified_at) values (gen_random_uuid(), address, full_name, new_password, statement_timestamp())
  on conflict (email) do update set email_verified_at = coalesce(auth.users.email_verified_at, statement_timestamp()),
    password_hash = coalesce(auth.users.password_hash, excluded.password_hash)
  returning id into person;
  if k.subject_kind = 'member' then
    update public.members m set user_id = person, name = full_name, status = 'active', joined_at = clock_timestamp(), updated_at = clock_timestamp()
     where m.firm_id = k.firm_id and m.id = k.subject_id;
  else
    update public.portal_users p set user_id = person, name = full_name, status = 'active', joined_at = clock_timestamp(), updated_at = clock_timestamp()
     where p.firm_id = k.firm_id and p.id = k.subject_id;
  end if;
  perform auth.note(k.firm_id, k.client_id, k.subject_kind || '.joined', 'auth.acceptInvitation', k.subject_id,
    case k.subject_kind when 'member' then 'staff' else 'client' end, k.subject_id, full_name);
  return query select person, k.firm_id, k.client_id, k.subject_kind; end $$;

-- A hand-off carries a sign-in made on the auth. host to the firm's host: once, within a minute, to the same browser.
create or replace function auth.use_handoff(secret_hash bytea, firm uuid, door text, bound text)
returns table (user_id uuid, client_id uuid) language sql security definer set search_path = pg_catalog as $$
  update auth.keys k set used_at = statement_timestamp(), revoked_at = statement_timestamp()
   where k.hash = secret_hash and k.kind = 'handoff' and k.firm_id = firm and k.surface = door and k.bind = bound
     and k.revoked_at is null and k.expires_at > statement_timestamp() returning k.user_id, k.client_id $$;

-- A published lead form as seen by a stranger: a short-lived link to it.
create or replace function auth.open_form(firm uuid, form_slug text, secret_hash bytea, until timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare form uuid; begin
  select x.id into form from public.lead_forms x where x.firm_id = firm and x.slug = form_slug and x.active;
  if form is not null then
    insert into auth.keys (hash, kind, surface, firm_id, subject_kind, subject_id, expires_at) values (secret_hash, 'link', 'portal', firm, 'form', form, until);
  end if;
  return form; end $$;

-- A webhook whose signature was checked: a short-lived key to the firm that the provider's account belongs to.
create or replace function auth.open_webhook(account text, secret_hash bytea, until timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare firm uuid; begin
  select f.id into firm from public.firms f where f.stripe_account_id = account;
  if firm is not null then
    insert into auth.keys (hash, kind, surface, firm_id, expires_at) values (secret_hash, 'webhook', 'workspace', firm, until);
  end if;
  return firm; end $$;

-- Rate limit (GCRA): burst of `allowed`, refilled evenly over the period. Returns what is left, or -1 and the wait.
create or replace function auth.take(bucket text, allowed integer, period interval) returns table (remaining integer, wait_ms integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare step constant interval := period / allowed; next_tat timestamptz; at constant timestamptz := clock_timestamp(); held timestamptz; begin
  insert into auth.rate_limits as r (key, tat) values (bucket, at + step)
  on conflict (key) do update set tat = greatest(r.tat, at) + step where greatest(r.tat, at) + step <= at + period
  returning r.tat into next_tat;
  if next_tat is not null then
    return query select floor(extract(epoch from (at + period - next_tat)) / extract(epoch from step))::integer,
      ceil(extract(epoch from (next_tat - at)) * 1000)::integer;
  else
    select r.tat into held from auth.rate_limits r where r.key = bucket;
    return query select -1, ceil(extract(epoch from (held + step - period - at)) * 1000)::integer;
  end if; end $$;

-- Housekeeping, by the worker: keys and counters that can no longer matter.
create or replace function auth.sweep() returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare n integer; begin
  delete from auth.keys where expires_at < now() - interval '30 days' or (kind in ('job', 'webhook') and coalesce(revoked_at, expires_at) < now() - interval '1 day');
  get diagnostics n = row_count;
  delete from auth.failures where at < now() - interval '1 day';
  delete from auth.sign_ups where expires_at < now() - interval '7 days';
  delete from auth.rate_limits where tat < now();
  return n; end $$;
