-- The sealer chains committed events, firm by firm; the hash covers the whole row and the hash before it.
create or replace function app.audit_digest(previous text, e public.audit_events) returns text language sql immutable set search_path = pg_catalog as $$
  select encode(sha256(convert_to(coalesce(previous, '') || jsonb_build_array(e.firm_id, e.id, extract(epoch from e.at)::text, e.name, e.operation,
    e.subject_id, e.client_id, e.actor_kind, e.actor_id, e.actor_name, e.fields, e.result, e.request_id)::text, 'UTF8')), 'hex') $$;

-- Events that are not in the chain yet; ids only.
create table if not exists app.audit_pending (firm_id uuid not null, event_id uuid not null, primary key (firm_id, event_id));
alter table app.audit_pending owner to app_auth;

-- Where each firm's chain ends, and how far that has been written down outside of the database.
create table if not exists app.audit_heads (firm_id uuid primary key, seq bigint not null, hash text not null, anchored bigint not null default 0);
alter table app.audit_heads owner to app_auth;

create or replace function app.await_seal() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin insert into app.audit_pending values (new.firm_id, new.id); return null; end $$;
drop trigger if exists await_seal on public.audit_events;
create trigger await_seal after insert on public.audit_events for each row execute function app.await_seal();

create or replace function app.seal_audit() returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare e public.audit_events; last_seq bigint; last_hash text; n integer := 0; firm uuid; begin
  for firm in select distinct p.firm_id from app.audit_pending p loop
    perform pg_advisory_xact_lock(hashtextextended('audit:' || firm::text, 0));
    select s.seq, s.hash into last_seq, last_hash from public.audit_seals s where s.firm_id = firm order by s.seq desc limit 1;
    for e in select x.* from app.audit_pending p join public.audit_events x on x.firm_id = p.firm_id and x.id = p.event_id
      where p.firm_id = firm order by x.at, x.id loop
      last_seq := coalesce(last_seq, 0) + 1;
      last_hash := app.audit_digest(last_hash, e);
      insert into public.audit_seals (firm_id, seq, event_id, hash, sealed_at) values (firm, last_seq, e.id, last_hash, clock_timestamp());
      delete from app.audit_pending p where p.firm_id = firm and p.event_id = e.id;
      n := n + 1;
    end loop;
    if last_seq is not null then
      insert into app.audit_heads as h (firm_id, seq, hash) values (firm, last_seq, last_hash)
        on conflict (firm_id) do update set seq = excluded.seq, hash = excluded.hash where h.seq < excluded.seq;
    end if;
  end loop;
  return n; end $$;

-- What the worker writes down outside, and how it knows that what it wrote before still holds.
create or replace function app.unanchored_heads() returns table (firm_id uuid, seq bigint, hash text)
language sql stable security definer set search_path = pg_catalog as $$
  select h.firm_id, h.seq, h.hash from app.audit_heads h where h.seq > h.anchored order by h.firm_id limit 500 $$;
create or replace function app.sealed_hash(firm uuid, at bigint) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select s.hash from public.audit_seals s where s.firm_id = firm and s.seq = at $$;
create or replace function app.note_anchor(firm uuid, at bigint) returns void
language sql security definer set search_path = pg_catalog as $$
  update app.audit_heads h set anchored = greatest(h.anchored, at) where h.firm_id = firm $$;

-- Events of the firm that neither have a seal nor wait for one: their seals were taken away.
create or replace function app.audit_unsealed() returns table (waiting bigint, lost bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select count(*) filter (where p.event_id is not null), count(*) filter (where p.event_id is null)
    from public.audit_events e
    left join app.audit_pending p on p.firm_id = e.firm_id and p.event_id = e.id
   where e.firm_id = current_setting('app.firm_id')::uuid
     and not exists (select 1 from public.audit_seals s where s.firm_id = e.firm_id and s.event_id = e.id) $$;

-- Walks a firm's chain: where it breaks, how long it is, how many events are not sealed yet.
create or replace function app.verify_audit() returns table (sealed bigint, unsealed bigint, broken_at bigint, head text)
language plpgsql stable set search_path = pg_catalog as $$
declare s record; previous text; expected bigint := 1; begin
  for s in select x.seq, x.hash, e.id, e as event from public.audit_seals x
    left join public.audit_events e on e.firm_id = x.firm_id and e.id = x.event_id
    where x.firm_id = current_setting('app.firm_id')::uuid order by x.seq loop
    if s.seq <> expected or s.id is null or s.hash <> app.audit_digest(previous, s.event) then broken_at := s.seq; exit; end if;
    previous := s.hash; expected := expected + 1;
  end loop;
  select count(*) into sealed from public.audit_seals x where x.firm_id = current_setting('app.firm_id')::uuid;
  select u.waiting + u.lost, case when u.lost > 0 then coalesce(broken_at, sealed + 1) else broken_at end into unsealed, broken_at
    from app.audit_unsealed() u;
  head := previous; return next; end $$;
