import type postgres from "postgres"
import { defaultChart } from "@/lib/domains/ledger/rules"
import type { Crowd } from "./sizes"

/**
 * What the statements of a load share, for this connection only: the firms and their sizes, and ids that follow from
 * kind, firm and number, so that one statement can name the rows of another. Ids of a kind ascend with its numbers;
 * `kin` is the id of what follows from another row.
 */
export async function prepare(sql: postgres.Sql, { from, until, size }: Crowd) {
  await sql.unsafe(`
    create or replace function pg_temp.id(kind text, firm integer, n integer) returns uuid language sql immutable parallel safe as $$
      select (lpad(to_hex(1760000000000 + n::bigint * 60000), 12, '0') || '7' || substr(md5(kind || firm || ' ' || n), 1, 3)
        || '8' || substr(md5(kind || firm || ' ' || n), 4, 15))::uuid $$;
    create or replace function pg_temp.number(id uuid) returns integer language sql immutable parallel safe as $$
      select ((('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint - 1760000000000) / 60000)::integer $$;
    create or replace function pg_temp.kin(kind text, id uuid) returns uuid language sql immutable parallel safe as $$
      select (substr(id::text, 1, 14) || '7' || substr(md5(kind || id), 1, 3) || '-8' || substr(md5(kind || id), 4, 3) || '-' || substr(md5(kind || id), 7, 12))::uuid $$;
    create or replace function pg_temp.pick(words text[], n integer) returns text language sql immutable parallel safe as $$
      select words[1 + (hashint4(n) & 65535) % cardinality(words)] $$;
    create or replace function pg_temp.company(n integer) returns text language sql immutable parallel safe as $$
      select pg_temp.pick(array['Harbour', 'Kestrel', 'Northwind', 'Larkspur', 'Copper', 'Granite', 'Marlow', 'Summit', 'Quarry', 'Ridgeline',
        'Birchwood', 'Falcon', 'Meridian', 'Orchard', 'Zenith'], n) || ' ' || pg_temp.pick(array['Foods', 'Legal', 'Motors', 'Press', 'Studios',
        'Logistics', 'Dental', 'Textiles', 'Software', 'Hotels', 'Traders'], n * 31 + 7) || ' ' || n $$;
    create or replace function pg_temp.subject(n integer) returns text language sql immutable parallel safe as $$
      select pg_temp.pick(array['Reconcile', 'Review', 'Prepare', 'Check', 'Plan', 'Compare', 'Update', 'Document'], n) || ' ' ||
        pg_temp.pick(array['bank statements', 'the forecast', 'supplier terms', 'year-end accounts', 'the payroll', 'stock ageing', 'tax returns',
        'the budget', 'intercompany balances'], n * 17 + 3) || ' ' || n $$;
    drop table if exists pg_temp.bulk`)
  await sql`create temporary table bulk as
    select n as no, pg_temp.id('firm', n, 0) as id, 'USD' as currency, ${size.members}::integer as members, ${size.clients}::integer as clients,
      ${size.projects}::integer as projects, ${size.tasks}::integer as tasks, ${size.entries}::integer as entries, ${size.invoices}::integer as invoices,
      ${size.leads}::integer as leads, ${size.prospects}::integer as prospects from generate_series(${from}::integer, ${until}::integer) n`
  await sql`analyze bulk`
}

/** Firms with the people who work there, all with one password, and the accounts that postings need. */
export async function loadPeople(sql: postgres.Sql, passwordHash: string) {
  await sql`insert into firms (id, name, subdomain, currency, hourly_rate, address, created_at, updated_at)
    select id, case no when 0 then 'Large & Partners' else 'Neighbour ' || no end, case no when 0 then 'large' else 'n' || no end, currency, 140,
      '1 Main Street', now() - interval '2 years', now() from bulk`
  await sql`insert into auth.users (id, email, name, password_hash, email_verified_at, created_at)
    select pg_temp.id('user', no, n), 'm' || n || '@' || case no when 0 then 'large' else 'n' || no end || '.test', 'Member ' || n, ${passwordHash}, now(), now()
    from bulk, generate_series(1, members) n`
  await sql`insert into members (firm_id, id, user_id, email, name, role, status, hourly_rate, joined_at, created_at, updated_at)
    select id, pg_temp.id('member', no, n), pg_temp.id('user', no, n), 'm' || n || '@' || case no when 0 then 'large' else 'n' || no end || '.test',
      'Member ' || n, case n when 1 then 'owner' else 'manager' end, 'active', 140, now(), now(), now() from bulk, generate_series(1, members) n`
  const chart = JSON.stringify(defaultChart("en"))
  await sql`insert into accounts (firm_id, id, code, name, type, created_at, updated_at)
    select b.id, pg_temp.id('account' || c.code, b.no, 0), c.code, c.name, c.type, now(), now()
    from bulk b, jsonb_to_recordset(${chart}::text::jsonb) as c(code text, name text, type text)`
}

/** Clients with a contact each, and a person who may sign in to the portal of the first. */
export async function loadClients(sql: postgres.Sql, passwordHash: string) {
  await sql`insert into clients (firm_id, id, name, status, email, phone, address, currency, owner_id, created_at, updated_at)
    select id, pg_temp.id('client', no, n), pg_temp.company(n), case when n % 20 = 0 then 'archived' else 'active' end, 'office' || n || '@client.test',
      '+1 555 ' || n, n || ' Wharf Street', currency, pg_temp.id('member', no, 1 + n % members), now() - interval '1 year', now()
    from bulk, generate_series(1, clients) n`
  await sql`insert into contacts (firm_id, id, client_id, name, email, phone, job_title, is_primary, created_at, updated_at)
    select id, pg_temp.id('contact', no, n), pg_temp.id('client', no, n), 'Contact ' || (n * 7919 % 100000), 'contact' || n || '@client.test', '', 'Director',
      true, now() - interval '1 year', now() from bulk, generate_series(1, clients) n`
  await sql`insert into notes (firm_id, id, client_id, author_id, body, pinned, created_at, updated_at)
    select id, pg_temp.id('note', no, n), pg_temp.id('client', no, n), pg_temp.id('member', no, 1), 'Prefers to be called in the morning.', n % 9 = 0,
      now() - interval '90 days', now() from bulk, generate_series(1, clients) n`
  await sql`insert into auth.users (id, email, name, password_hash, email_verified_at, created_at)
    select pg_temp.id('portal', no, 1), 'pat@' || case no when 0 then 'large' else 'n' || no end || '-client.test', 'Pat Client', ${passwordHash}, now(), now()
    from bulk`
  await sql`insert into portal_users (firm_id, id, client_id, user_id, email, name, role, status, joined_at, created_at, updated_at)
    select id, pg_temp.id('portal', no, n), pg_temp.id('client', no, n), case n when 1 then pg_temp.id('portal', no, 1) end,
      case n when 1 then 'pat@' || case no when 0 then 'large' else 'n' || no end || '-client.test' else 'contact' || n || '@client.test' end,
      'Portal ' || (n * 7919 % 100000), 'admin', case n when 1 then 'active' else 'invited' end, case n when 1 then now() end, now(), now()
    from bulk, generate_series(1, clients) n`
}
