-- When the demo was seeded; a seed that was cut off is cleared before the next. Only the owner may call it.
create table if not exists app.seeded (at timestamptz not null);
create or replace function app.clear_for_seed() returns void language plpgsql set search_path = pg_catalog as $$
declare tables text; begin
  if exists (select 1 from app.seeded) then raise exception 'this database holds finished demo data'; end if;
  select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables from pg_tables
   where schemaname in ('public', 'auth') or (schemaname = 'app' and tablename = 'audit_pending');
  if exists (select 1 from public.firms where subdomain not in ('acme', 'birch')) then raise exception 'this database holds firms that are not the demo''s'; end if;
  set local session_replication_role = replica;
  execute 'truncate ' || tables || ' cascade';
  perform graphile_worker.complete_jobs(coalesce(array_agg(id), '{}')) from graphile_worker._private_jobs;
end $$;
