-- Runs before the migrations, as a role that may create roles. Idempotent.
do $$ declare name text; begin
  foreach name in array array['app_owner', 'app_auth', 'app_meta'] loop
    if not exists (select 1 from pg_roles where rolname = name) then execute format('create role %I nologin', name); end if;
  end loop;
  foreach name in array array['app_firm', 'app_portal', 'app_platform', 'app_gate', 'app_worker', 'app_queue'] loop
    if not exists (select 1 from pg_roles where rolname = name) then
      execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole', name);
    end if;
  end loop;
  execute format('grant app_owner, app_auth, app_meta to %I', current_user);
  execute format('grant create on database %I to app_owner, app_auth, app_queue', current_database());
  execute format('revoke temporary on database %I from public', current_database());
end $$;

grant app_auth, app_meta to app_owner;
revoke create on schema public from public;
grant usage, create on schema public to app_owner;
grant usage on schema public to app_firm, app_portal, app_worker, app_auth, app_meta;
create schema if not exists auth authorization app_auth;
create schema if not exists app authorization app_owner;
create schema if not exists platform authorization app_meta;
grant usage on schema app to app_firm, app_portal, app_worker, app_gate, app_platform, app_auth, app_queue;
grant usage on schema auth to app_firm, app_portal, app_worker, app_gate, app_platform, app_owner;
grant usage on schema platform to app_platform;

alter role app_firm set statement_timeout = '10s';
alter role app_portal set statement_timeout = '10s';
alter role app_gate set statement_timeout = '5s';
alter role app_platform set statement_timeout = '10s';
-- What a firm is working on is in memory, and no disk of today takes four times as long for a page out of turn.
alter role app_firm set random_page_cost = 1.1;
alter role app_portal set random_page_cost = 1.1;
alter role app_worker set random_page_cost = 1.1;
alter role app_firm set idle_in_transaction_session_timeout = '10s';
alter role app_portal set idle_in_transaction_session_timeout = '10s';
alter role app_worker set idle_in_transaction_session_timeout = '60s';

create or replace function app.firm() returns uuid language sql stable as $$ select current_setting('app.firm_id')::uuid $$;
alter function app.firm() owner to app_owner;

-- Only auth.enter may say which firm a transaction belongs to. A superuser is needed for this; without one the
-- isolation rests on the application alone never calling set_config (see the README, production).
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
    grant execute on function pg_catalog.set_config(text, text, boolean) to app_auth, app_queue;
    revoke update on pg_catalog.pg_settings from public;
  end if;
end $$;
