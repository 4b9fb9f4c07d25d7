-- Work that nobody waits for: put into the queue in the transaction of the change, with a key of its own to the firm.
create or replace function app.enqueue(task text, payload jsonb, job_key text default null, run_at timestamptz default null, max_attempts integer default 12)
returns void language plpgsql security definer set search_path = pg_catalog as $$
declare secret constant text := 'job_' || gen_random_uuid() || gen_random_uuid(); begin
  perform app.mint_job_key(sha256(convert_to(secret, 'UTF8')));
  perform graphile_worker.add_job(task, payload := (payload || jsonb_build_object('key', secret, 'firmId', current_setting('app.firm_id')))::json,
    job_key := job_key, run_at := run_at, max_attempts := max_attempts);
end $$;

-- Mail that belongs to no firm yet (a new password, a sign-up); its payload holds no secret, the worker makes the link's again.
create or replace function app.enqueue_mail(task text, payload jsonb) returns void language sql security definer set search_path = pg_catalog as $$
  select graphile_worker.add_job(task, payload := payload::json, max_attempts := 5) $$;

create or replace function app.mint_job_key(secret_hash bytea) returns void language sql security definer set search_path = pg_catalog as $$
  insert into auth.keys (hash, kind, surface, firm_id, user_id, expires_at)
  values (secret_hash, 'job', 'workspace', current_setting('app.firm_id')::uuid,
          nullif(current_setting('app.user_id', true), '00000000-0000-0000-0000-000000000000')::uuid, now() + interval '90 days') $$;

create or replace function app.end_job_key(secret text) returns void language sql security definer set search_path = pg_catalog as $$
  update auth.keys set revoked_at = now() where hash = sha256(convert_to(secret, 'UTF8')) and kind = 'job' $$;

-- Work that failed for good, as the firm may see it: what and why, never the key.
create or replace function app.dead_jobs()
returns table (id text, task text, payload jsonb, error text, attempts integer, failed_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select j.id::text, t.identifier, (j.payload::jsonb - 'key' - 'firmId'), j.last_error, j.attempts::integer, j.updated_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.attempts >= j.max_attempts and j.payload ->> 'firmId' = current_setting('app.firm_id') order by j.id desc limit 100 $$;

create or replace function app.retry_job(job text) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform 1 from graphile_worker._private_jobs j
   where j.id::text = job and j.attempts >= j.max_attempts and j.payload ->> 'firmId' = current_setting('app.firm_id') for update;
  if not found then return false; end if;
  perform graphile_worker.reschedule_jobs(array[job::bigint], run_at := now(), attempts := 0);
  return true; end $$;

-- Live pages: ids only, after commit.
create or replace function app.announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', json_build_object('firm', new.firm_id, 'client', new.client_id, 'name', new.name, 'subject', new.subject_id)::text);
  return null; end $$;
drop trigger if exists announce on public.audit_events;
create trigger announce after insert on public.audit_events for each row execute function app.announce();

-- A bell is one person's: only they hear that theirs has changed, once for each transaction.
create or replace function app.announce_notification() returns trigger language plpgsql as $$
declare person constant uuid := coalesce(new.member_id, new.portal_user_id); begin
  perform pg_notify('live', json_build_object('firm', new.firm_id, 'client', new.client_id, 'name', 'notification.changed',
    'subject', person, 'person', person)::text);
  return null; end $$;
drop trigger if exists announce on public.notifications;
create trigger announce after insert or update of read_at on public.notifications for each row execute function app.announce_notification();

-- Idempotency keys are kept for a day.
create or replace function app.sweep_idempotency() returns void language sql security definer set search_path = pg_catalog as $$
  delete from public.idempotency_keys where created_at < now() - interval '24 hours' $$;

-- A key that ends is announced, so that open streams end with it.
create or replace function app.announce_revoked() returns trigger language plpgsql as $$
begin perform pg_notify('revoked', new.id::text); return null; end $$;
drop trigger if exists announce_revoked on auth.keys;
create trigger announce_revoked after update of revoked_at on auth.keys for each row
  when (new.revoked_at is not null and old.revoked_at is null and new.kind in ('session', 'access')) execute function app.announce_revoked();
create or replace function app.announce_firm() returns trigger language plpgsql as $$
begin perform pg_notify('firms', new.id::text); return null; end $$;
drop trigger if exists announce_firm on public.firms;
create trigger announce_firm after insert or update on public.firms for each row execute function app.announce_firm();
