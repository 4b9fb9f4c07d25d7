-- What operators see of firms: metadata only. The views belong to app_meta, which may read nothing but ids, states and times.
do $$ declare t record; begin
  for t in select c.table_name, string_agg(quote_ident(c.column_name), ', ') as columns
    from information_schema.columns c
    where c.table_schema = 'public' and c.column_name in ('firm_id', 'id', 'created_at', 'status', 'at')
    group by c.table_name loop
    execute format('revoke all on public.%I from app_meta', t.table_name);
    execute format('grant select (%s) on public.%I to app_meta', t.columns, t.table_name);
  end loop;
  grant select (id, name, subdomain, portal_domain, currency, created_at, suspended_at) on public.firms to app_meta;
end $$;

create or replace view platform.firms as
  select f.id, f.name, f.subdomain, f.portal_domain, f.currency, f.created_at, f.suspended_at,
    (select count(*) from public.members m where m.firm_id = f.id and m.status = 'active') as members,
    (select count(*) from public.clients c where c.firm_id = f.id) as clients,
    (select count(*) from public.projects p where p.firm_id = f.id) as projects,
    (select count(*) from public.invoices i where i.firm_id = f.id) as invoices,
    (select max(a.at) from public.audit_events a where a.firm_id = f.id) as last_active_at
  from public.firms f;
alter view platform.firms owner to app_meta;
grant select on platform.firms to app_platform;

create or replace function platform.jobs() returns table (task text, waiting bigint, running bigint, dead bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select t.identifier, count(*) filter (where j.locked_at is null and j.attempts < j.max_attempts),
    count(*) filter (where j.locked_at is not null), count(*) filter (where j.attempts >= j.max_attempts), min(j.run_at)
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id group by 1 order by 1 $$;
alter function platform.jobs() owner to app_queue;

-- An operator closes a firm to everybody, or opens it again; the firm's own trail says who did.
create or replace function auth.set_suspended(firm uuid, suspend boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare operator auth.users; begin
  select * into operator from auth.users u where u.id = current_setting('app.user_id')::uuid and u.operator and u.disabled_at is null;
  if not found then raise exception 'no operator' using errcode = '28000'; end if;
  update public.firms f set suspended_at = case when suspend then clock_timestamp() end, updated_at = clock_timestamp()
   where f.id = firm and (f.suspended_at is null) = suspend;
  if not found then return false; end if;
  perform auth.note(firm, null, case when suspend then 'firm.suspended' else 'firm.reopened' end, 'platform.suspend', firm,
    'operator', operator.id, operator.name);
  return true; end $$;
