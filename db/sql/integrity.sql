-- Every tracked row counts its changes.
create or replace function app.bump() returns trigger language plpgsql as $$ begin new.version := old.version + 1; return new; end $$;
do $$ declare t text; begin
  for t in select c.table_name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'version' loop
    execute format('drop trigger if exists bump on public.%I', t);
    execute format('create trigger bump before update on public.%I for each row execute function app.bump()', t);
  end loop;
end $$;

-- Append-only, for the owner too.
create or replace function app.deny() returns trigger language plpgsql as $$
begin raise exception '% on % is forbidden', tg_op, tg_table_name using errcode = '42501'; end $$;
do $$ declare t text; begin
  foreach t in array array['audit_events', 'audit_seals', 'ledger_transactions', 'ledger_entries', 'credit_ledger_entries', 'webhook_inbox', 'acceptances'] loop
    execute format('drop trigger if exists append_only on public.%I', t);
    execute format('create trigger append_only before update or delete on public.%I for each row execute function app.deny()', t);
    execute format('drop trigger if exists never_truncated on public.%I', t);
    execute format('create trigger never_truncated before truncate on public.%I for each statement execute function app.deny()', t);
  end loop;
end $$;

-- A posting balances in each currency and has two lines or more; checked at commit, from both tables, so that
-- SET CONSTRAINTS ... IMMEDIATE and one more entry can't slip past.
create or replace function app.ledger_balanced() returns trigger language plpgsql as $$
declare posting uuid := case tg_table_name when 'ledger_entries' then to_jsonb(new) ->> 'transaction_id' else to_jsonb(new) ->> 'id' end; begin
  if exists (select 1 from public.ledger_entries e where e.firm_id = new.firm_id and e.transaction_id = posting
             group by e.currency having sum(e.debit) <> sum(e.credit))
     or (select count(*) from public.ledger_entries e where e.firm_id = new.firm_id and e.transaction_id = posting) < 2 then
    raise exception 'posting % does not balance', posting using errcode = '23514';
  end if;
  return null; end $$;
drop trigger if exists balanced on public.ledger_entries;
create constraint trigger balanced after insert on public.ledger_entries deferrable initially deferred for each row execute function app.ledger_balanced();
drop trigger if exists balanced on public.ledger_transactions;
create constraint trigger balanced after insert on public.ledger_transactions deferrable initially deferred for each row execute function app.ledger_balanced();

create or replace function app.same_transaction() returns trigger language plpgsql as $$ begin
  if (select t.xid from public.ledger_transactions t where t.firm_id = new.firm_id and t.id = new.transaction_id) is distinct from pg_current_xact_id() then
    raise exception 'late entry in posting %', new.transaction_id using errcode = '42501';
  end if;
  return new; end $$;
drop trigger if exists same_transaction on public.ledger_entries;
create trigger same_transaction before insert on public.ledger_entries for each row execute function app.same_transaction();
-- xid is the database's to say
create or replace function app.own_xid() returns trigger language plpgsql as $$ begin new.xid := pg_current_xact_id(); return new; end $$;
drop trigger if exists own_xid on public.ledger_transactions;
create trigger own_xid before insert on public.ledger_transactions for each row execute function app.own_xid();

-- An issued invoice keeps its content: only its life goes on.
create or replace function app.invoice_frozen() returns trigger language plpgsql as $$ begin
  if old.status <> 'draft' and (new.number, new.client_id, new.currency, new.subtotal, new.tax_total, new.total, new.issued_on)
     is distinct from (old.number, old.client_id, old.currency, old.subtotal, old.tax_total, old.total, old.issued_on) then
    raise exception 'invoice % has been issued', old.number using errcode = '42501';
  end if;
  return new; end $$;
drop trigger if exists frozen on public.invoices;
create trigger frozen before update on public.invoices for each row execute function app.invoice_frozen();
create or replace function app.invoice_kept() returns trigger language plpgsql as $$ begin
  if old.status <> 'draft' then raise exception 'invoice % has been issued', old.number using errcode = '42501'; end if;
  return old; end $$;
drop trigger if exists kept on public.invoices;
create trigger kept before delete on public.invoices for each row execute function app.invoice_kept();
create or replace function app.invoice_lines_frozen() returns trigger language plpgsql as $$
declare line public.invoice_lines := case when tg_op = 'DELETE' then old else new end; begin
  if exists (select 1 from public.invoices i where i.firm_id = line.firm_id and i.id = line.invoice_id and i.status <> 'draft') then
    raise exception 'the invoice has been issued' using errcode = '42501';
  end if;
  return line; end $$;
drop trigger if exists frozen on public.invoice_lines;
create trigger frozen before insert or update or delete on public.invoice_lines for each row execute function app.invoice_lines_frozen();
