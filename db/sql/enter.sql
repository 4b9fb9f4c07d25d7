-- The one gate to a firm's rows: a secret opens the context that its key was made for.
create or replace function auth.enter(secret text)
returns table (
  key_id uuid, kind text, surface text, firm_id uuid, client_id uuid, user_id uuid, subject_id uuid, subject_kind text,
  scopes text[], role text, grants text[], actor_id uuid, actor_name text, actor_email text,
  firm_name text, currency text, locale text, time_zone text, approves_time boolean
)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  k auth.keys;
  f record;
  who record;
  none constant uuid := '00000000-0000-0000-0000-000000000000';
  door constant text := case session_user
    when 'app_firm' then 'workspace' when 'app_portal' then 'portal' when 'app_worker' then 'job' when 'app_platform' then 'platform' end;
begin
  select * into k from auth.keys x
   where x.hash = sha256(convert_to(secret, 'UTF8')) and x.revoked_at is null and x.expires_at > statement_timestamp()
     and (x.kind <> 'session' or x.last_used_at > statement_timestamp() - interval '12 hours')
     and x.kind in ('session', 'access', 'api', 'link', 'job', 'webhook');
  if not found or door is distinct from (case when k.kind in ('job', 'webhook') then 'job' else k.surface end) then
    raise exception 'no session' using errcode = '28000';
  end if;

  if door = 'platform' then
    select u.id, u.name, u.email into who from auth.users u where u.id = k.user_id and u.operator and u.disabled_at is null;
    if not found then raise exception 'no session' using errcode = '28000'; end if;
    perform set_config('app.user_id', k.user_id::text, true), set_config('app.key_id', k.id::text, true);
    return query select k.id, k.kind, k.surface, null::uuid, null::uuid, k.user_id, null::uuid, null::text, k.scopes,
      'operator', '{}'::text[], who.id, who.name, who.email, null::text, null::text, 'en', 'UTC', false;
    return;
  end if;

  select x.name, x.currency, x.locale, x.time_zone, x.approves_time into f from public.firms x where x.id = k.firm_id and x.suspended_at is null;
  if not found then raise exception 'no session' using errcode = '28000'; end if;

  if k.kind in ('job', 'webhook') then
    select 'system'::text as role, '{}'::text[] as grants, null::uuid as id, 'ConsultantPro'::text as name, ''::text as email,
      null::text as locale, null::text as time_zone into who;
  elsif k.kind = 'link' then
    select 'link'::text as role, '{}'::text[] as grants, null::uuid as id, ''::text as name, ''::text as email,
      null::text as locale, null::text as time_zone into who;
  elsif k.surface = 'workspace' then
    select m.role, m.grants, m.id, m.name, m.email, m.locale, m.time_zone into who
      from public.members m join auth.users u on u.id = m.user_id
     where m.firm_id = k.firm_id and m.user_id = k.user_id and m.status = 'active' and u.disabled_at is null;
  else
    select 'portal_' || p.role as role, '{}'::text[] as grants, p.id, p.name, p.email, null::text as locale, null::text as time_zone into who
      from public.portal_users p join auth.users u on u.id = p.user_id
     where p.firm_id = k.firm_id and p.client_id = k.client_id and p.user_id = k.user_id and p.status = 'active' and u.disabled_at is null;
  end if;
  if who.role is null then raise exception 'no session' using errcode = '28000'; end if;

  perform set_config('app.firm_id', k.firm_id::text, true),
          set_config('app.client_id', coalesce(k.client_id, none)::text, true),
          set_config('app.user_id', coalesce(k.user_id, none)::text, true),
          set_config('app.subject_id', coalesce(k.subject_id, none)::text, true),
          set_config('app.key_id', k.id::text, true),
          set_config('app.actor', coalesce(who.id, k.id)::text, true);

  return query select k.id, k.kind, k.surface, k.firm_id, k.client_id, k.user_id, k.subject_id, k.subject_kind, k.scopes,
    who.role, who.grants, who.id, who.name, who.email, f.name, f.currency, coalesce(who.locale, f.locale), coalesce(who.time_zone, f.time_zone),
    f.approves_time;
end $$;

-- Keeps a session alive while it is used; at most one write every five minutes.
create or replace function auth.touch(secret text) returns void language sql security definer set search_path = pg_catalog as $$
  update auth.keys k set last_used_at = statement_timestamp()
   where k.hash = sha256(convert_to(secret, 'UTF8')) and k.revoked_at is null and k.last_used_at < statement_timestamp() - interval '5 minutes' $$;

-- What a signed-in person may do with their own keys, and the firm with the keys it made.
create or replace function auth.my_sessions()
returns table (id uuid, kind text, created_at timestamptz, last_used_at timestamptz, ip text, user_agent text, current boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.kind, k.created_at, k.last_used_at, k.ip, k.user_agent, k.id = current_setting('app.key_id')::uuid
    from auth.keys k
   where k.user_id = current_setting('app.user_id')::uuid and k.kind in ('session', 'refresh') and k.used_at is null
     and k.revoked_at is null and k.expires_at > statement_timestamp()
   order by k.last_used_at desc $$;

create or replace function auth.end_my_session(session uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare fam uuid; begin
  update auth.keys k set revoked_at = statement_timestamp()
   where k.id = session and k.user_id = current_setting('app.user_id')::uuid and k.revoked_at is null returning family into fam;
  if not found then return false; end if;
  if fam is not null then update auth.keys set revoked_at = statement_timestamp() where family = fam and revoked_at is null; end if;
  return true; end $$;

create or replace function auth.end_all_my_sessions() returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare n integer; begin
  update auth.keys set revoked_at = statement_timestamp()
   where user_id = current_setting('app.user_id')::uuid and kind in ('session', 'access', 'refresh', 'handoff') and revoked_at is null;
  get diagnostics n = row_count; return n; end $$;

-- Ends everything a person holds in this firm: on deactivation, revocation or a change of role.
create or replace function auth.end_sessions_of(person uuid, client uuid default null) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare n integer; begin
  update auth.keys set revoked_at = statement_timestamp()
   where user_id = person and firm_id = current_setting('app.firm_id')::uuid and revoked_at is null
     and (client is null or client_id = client) and kind in ('session', 'access', 'refresh', 'handoff');
  get diagnostics n = row_count; return n; end $$;

create or replace function auth.mint_api_key(secret_hash bytea, name text, allowed text[], until timestamptz) returns uuid
language sql security definer set search_path = pg_catalog as $$
  insert into auth.keys (hash, kind, surface, firm_id, user_id, scopes, label, expires_at)
  values (secret_hash, 'api', 'workspace', current_setting('app.firm_id')::uuid, current_setting('app.user_id')::uuid, allowed, name, until)
  returning id $$;

drop function if exists auth.api_keys();
create function auth.api_keys()
returns table (id uuid, label text, scopes text[], created_by text, created_at timestamptz, last_used_at timestamptz, expires_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.label, k.scopes, m.name, k.created_at, k.last_used_at, k.expires_at, k.revoked_at
    from auth.keys k left join public.members m on m.firm_id = k.firm_id and m.user_id = k.user_id
   where k.firm_id = current_setting('app.firm_id')::uuid and k.kind = 'api' order by k.created_at desc, k.id $$;

create or replace function auth.revoke_api_key(key uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  update auth.keys k set revoked_at = statement_timestamp()
   where k.id = key and k.firm_id = current_setting('app.firm_id')::uuid and k.kind = 'api' and k.revoked_at is null;
  return found; end $$;

-- A link opens one record to whoever holds it. A new one for the same record ends the old.
create or replace function auth.mint_link(secret_hash bytea, about text, record uuid, until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update auth.keys set revoked_at = statement_timestamp()
   where firm_id = current_setting('app.firm_id')::uuid and subject_id = record and kind = 'link' and revoked_at is null;
  if secret_hash is not null then
    insert into auth.keys (hash, kind, surface, firm_id, subject_kind, subject_id, expires_at)
    values (secret_hash, 'link', 'portal', current_setting('app.firm_id')::uuid, about, record, until);
  end if;
end $$;

-- An invitation is single use, bound to the record (and so to its e-mail address), and expires. A new one ends the old.
create or replace function auth.mint_invitation(secret_hash bytea, about text, record uuid, client uuid, until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update auth.keys set revoked_at = statement_timestamp()
   where firm_id = current_setting('app.firm_id')::uuid and subject_id = record and kind = 'invite' and revoked_at is null;
  if secret_hash is not null then
    insert into auth.keys (hash, kind, surface, firm_id, client_id, subject_kind, subject_id, expires_at)
    values (secret_hash, 'invite', case about when 'member' then 'workspace' else 'portal' end,
            current_setting('app.firm_id')::uuid, client, about, record, until);
  end if;
end $$;
