-- Who owns what, and who may do what. Everything not granted here is refused.
do $$ declare f record; t text; begin
  for f in select p.oid::regprocedure as signature, n.nspname as home, p.proname as name
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'auth')
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
    execute format('alter function %s owner to %s', f.signature, case
      when f.home = 'auth' or f.name in ('mint_job_key', 'end_job_key', 'seal_audit', 'await_seal', 'audit_unsealed', 'unanchored_heads', 'sealed_hash', 'note_anchor', 'sweep_idempotency', 'announce_revoked') then 'app_auth'
      when f.name in ('enqueue', 'enqueue_mail', 'dead_jobs', 'retry_job') then 'app_queue' else 'app_owner' end);
    execute format('revoke all on function %s from public', f.signature);
  end loop;

  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I owner to app_owner', t);
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('revoke all on public.%I from public, app_firm, app_portal, app_worker, app_auth', t);
    if t in ('audit_events', 'audit_seals', 'ledger_transactions', 'ledger_entries', 'credit_ledger_entries', 'webhook_inbox', 'acceptances') then
      execute format('grant select, insert on public.%I to app_firm, app_worker', t);
    else
      execute format('grant select, insert, update, delete on public.%I to app_firm, app_worker', t);
    end if;
  end loop;
  -- firms are opened by sign-up and closed by the platform, seals are written by the sealer
  revoke insert, delete on public.firms from app_firm, app_worker;
  revoke insert on public.audit_seals from app_firm, app_worker;
  -- people read what they are told and say that they did; only jobs tell
  revoke insert, update, delete on public.notifications from app_firm;
  revoke delete on public.notifications from app_worker;
end $$;

grant execute on function auth.enter(text), auth.touch(text) to app_firm, app_portal, app_worker, app_platform;
grant execute on function auth.my_sessions(), auth.end_my_session(uuid), auth.end_all_my_sessions() to app_firm, app_portal, app_platform;
grant execute on function auth.my_identities(), auth.link_my_identity(text, text), auth.unlink_my_identity(text) to app_firm, app_portal;
grant execute on function auth.end_sessions_of(uuid, uuid), auth.mint_api_key(bytea, text, text[], timestamptz), auth.api_keys(), auth.revoke_api_key(uuid) to app_firm;
grant execute on function auth.mint_link(bytea, text, uuid, timestamptz), auth.mint_invitation(bytea, text, uuid, uuid, timestamptz) to app_firm, app_worker;
grant execute on function
  auth.firm_by_host(text, text), auth.credentials(text), auth.person_by_identity(text, text), auth.link_identity(text, text, text),
  auth.memberships(uuid), auth.portal_memberships(uuid, uuid),
  auth.open_key(text, text, bytea, uuid, uuid, uuid, uuid, timestamptz, text, text, text), auth.rotate(bytea, bytea, bytea, timestamptz, timestamptz),
  auth.end_key(bytea), auth.recent_failures(text, text), auth.note_failure(text, text), auth.forget_failures(text),
  auth.start_reset(text, uuid, bytea, timestamptz, text), auth.finish_reset(bytea, text), auth.invitation(bytea), auth.accept_invitation(bytea, text, text),
  auth.use_handoff(bytea, uuid, text, text), auth.open_form(uuid, text, bytea, timestamptz), auth.open_webhook(text, bytea, timestamptz),
  auth.take(text, integer, interval), auth.subdomain_free(text), auth.sign_up(bytea), auth.finish_sign_up(bytea),
  auth.start_sign_up(uuid, bytea, text, text, text, text, text, text, text, timestamptz, text), auth.request_demo(uuid, text, text, text, text, text)
to app_gate;
grant execute on function auth.demo_requests(), auth.set_demo_request(uuid, text) to app_platform;
grant execute on function auth.sweep(), app.seal_audit(), app.sweep_idempotency() to app_worker;
grant execute on function app.unanchored_heads(), app.sealed_hash(uuid, bigint), app.note_anchor(uuid, bigint) to app_worker;
grant select, delete on public.idempotency_keys to app_auth;

grant execute on function app.firm() to app_firm, app_portal, app_worker, app_auth;
grant execute on function app.plain(text) to app_firm, app_portal, app_worker, app_platform;
grant execute on function app.enqueue(text, jsonb, text, timestamptz, integer) to app_firm, app_portal, app_worker;
grant execute on function app.mint_job_key(bytea) to app_queue;
grant execute on function app.enqueue_mail(text, jsonb) to app_auth;
grant execute on function app.end_job_key(text) to app_worker;
grant execute on function app.dead_jobs(), app.retry_job(text) to app_firm;
grant execute on function app.verify_audit(), app.audit_unsealed(), app.audit_digest(text, public.audit_events) to app_firm, app_auth;
revoke all on function platform.jobs() from public;
grant execute on function platform.jobs() to app_platform;
grant execute on function auth.set_suspended(uuid, boolean) to app_platform;
grant update (suspended_at, updated_at) on public.firms to app_auth;

-- Sign-in and host look-up
grant select on public.firms, public.clients, public.lead_forms, public.audit_seals, public.audit_events to app_auth;
grant select, update on public.members, public.portal_users to app_auth;
grant insert on public.firms, public.members to app_auth;
grant insert on public.audit_events, public.audit_seals to app_auth;

-- What a client may see of each table, column by column: what is not named here can't leave the house.
grant select (id, name, subdomain, portal_domain, currency, locale, time_zone, accent, logo_key, address, tax_id, stripe_account_id, stripe_ready, payment_terms_days) on public.firms to app_portal;
grant select (firm_id, id, name, email, phone, address, tax_id, currency) on public.clients to app_portal;
grant select (firm_id, id, client_id, user_id, email, name, role, status) on public.portal_users to app_portal;
grant select (firm_id, id, slug, title, intro, consent_text) on public.lead_forms to app_portal;
grant insert on public.leads to app_portal;
grant select (firm_id, id, number, client_id, title, intro, terms, currency, status, recipient_name, recipient_email, company_name, valid_until, subtotal, tax_total, total, sent_at, viewed_at, decided_at, decline_reason, version, created_at, updated_at) on public.proposals to app_portal;
grant update (status, viewed_at, decided_at, decline_reason, updated_at) on public.proposals to app_portal;
grant select (firm_id, id, proposal_id, position, description, quantity, unit_price, tax_rate, optional, selected, amount, tax) on public.proposal_lines to app_portal;
grant select (firm_id, id, proposal_id, signer_name, on_behalf, selected_line_ids, at), insert on public.acceptances to app_portal;
grant select (firm_id, id, number, client_id, title, terms, status, currency, total, starts_on, ends_on, signed_at, signer_name, signed_on_behalf, sent_at, file_key, proposal_id, version, created_at) on public.contracts to app_portal;
grant update (status, signed_at, signer_name, signer_email, signed_on_behalf, updated_at) on public.contracts to app_portal;
grant select (firm_id, id, client_id, name, status, starts_on, ends_on, created_at) on public.engagements to app_portal;
grant select (firm_id, id, engagement_id, client_id, contract_id, revision, summary, created_at) on public.engagement_revisions to app_portal;
grant select (firm_id, id, client_id, name, description, status, starts_on, due_on, created_at) on public.projects to app_portal;
grant select (firm_id, id, project_id, client_id, title, description, status, due_on, client_visible, position, completed_at, created_at) on public.tasks to app_portal;
grant select, insert on public.comments to app_portal;
grant update (read_by_client_at) on public.comments to app_portal;
grant select (firm_id, id, number, client_id, project_id, status, currency, subtotal, tax_total, total, amount_paid, amount_due, issued_on, due_on, notes, sent_at, viewed_at, paid_at, version, created_at, updated_at) on public.invoices to app_portal;
grant update (status, viewed_at, updated_at) on public.invoices to app_portal;
grant select (firm_id, id, invoice_id, position, description, quantity, unit_price, tax_rate, amount, tax) on public.invoice_lines to app_portal;
grant select, insert on public.payment_attempts to app_portal;
grant update (status, session_id, url, expires_at, updated_at) on public.payment_attempts to app_portal;
grant select (firm_id, id, client_id, invoice_id, attempt_id, amount, applied_amount, refunded_amount, currency, method, status, received_on, created_at) on public.payments to app_portal;
grant select, insert on public.chat_threads to app_portal;
grant select, insert on public.messages to app_portal;
grant update (read_by_client_at) on public.messages to app_portal;
grant update (read_at) on public.notifications to app_firm, app_portal;
grant select (firm_id, id, portal_user_id, client_id, event, subject_kind, subject_id, read_at, created_at) on public.notifications to app_portal;
grant insert on public.audit_events to app_portal;
grant select, insert on public.idempotency_keys to app_portal;
grant update (status, response, intent, held_until) on public.idempotency_keys to app_portal;
