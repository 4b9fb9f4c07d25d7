import type postgres from "postgres"

type Finding = { rule: string; what: string }

/** Tables that are nobody's in particular; everything else in `public` belongs to a firm. */
const firmless = new Set(["firms"])
/** Unique across the installation on purpose: addresses and vendors' ids that name a firm. */
const globalKeys = new Set(["firms_pkey", "firms_subdomain_key", "firms_portal_domain_key", "firms_stripe_account_key"])
/** May read rows without a firm: the gate's functions and the console's metadata views. */
const mayReadAcross = new Set(["app_auth", "app_meta"])
const logins = ["app_firm", "app_portal", "app_platform", "app_gate", "app_worker", "app_queue"]

/** Reads the catalogue for everything that would let one firm see another's rows; an empty list is what is wanted. */
export async function inspect(sql: postgres.Sql): Promise<Finding[]> {
  const found: Finding[] = []
  const add = (rule: string, rows: Iterable<{ what: string }>) => {
    for (const { what } of rows) found.push({ rule, what })
  }

  const tables = await sql<
    { name: string; secured: boolean; forced: boolean; owner: string; hasFirm: boolean; nullable: boolean }[]
  >`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
      a.attname is not null as "hasFirm", not coalesce(a.attnotnull, false) as nullable
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'firm_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`
  for (const table of tables) {
    if (!table.secured || !table.forced) add("row security is forced", [{ what: table.name }])
    if (!firmless.has(table.name) && (!table.hasFirm || table.nullable))
      add("every row belongs to a firm", [{ what: table.name }])
    if (table.owner !== "app_owner") add("tables belong to the owner role", [{ what: table.name }])
  }

  add(
    "policies name their roles",
    await sql<{ what: string }[]>`
    select tablename || '.' || policyname as what from pg_policies where schemaname = 'public' and (roles = '{public}' or permissive <> 'PERMISSIVE')`,
  )
  add(
    "policies hold to the firm",
    await sql<{ what: string }[]>`
    select tablename || '.' || policyname as what from pg_policies
     where schemaname = 'public' and not roles <@ ${[...mayReadAcross]}::name[]
       and coalesce(qual, with_check) not like '%app.firm_id%'`,
  )
  add(
    "writes hold to the firm",
    await sql<{ what: string }[]>`
    select tablename || '.' || policyname as what from pg_policies
     where schemaname = 'public' and not roles <@ ${[...mayReadAcross]}::name[] and cmd in ('ALL', 'INSERT', 'UPDATE')
       and with_check not like '%app.firm_id%' and with_check not like '%app.client_id%' and with_check not like '%app.actor%'`,
  )
  add(
    "one policy for each role and command",
    await sql<{ what: string }[]>`
    select tablename || ': ' || role || ' ' || cmd as what from pg_policies, unnest(roles) as role
     where schemaname = 'public' group by tablename, role, cmd having count(*) > 1`,
  )
  add(
    "foreign keys carry the firm",
    await sql<{ what: string }[]>`
    select conname as what from pg_constraint c
     where contype = 'f' and connamespace = 'public'::regnamespace and confrelid <> 'public.firms'::regclass
       and not exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'firm_id' and a.attnum = any (c.conkey))`,
  )
  add(
    "keys and indexes start with the firm",
    await sql<{ what: string }[]>`
    select i.indexrelid::regclass::text as what from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and i.indexrelid::regclass::text <> all (${[...globalKeys]})
       and not exists (select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'firm_id' and a.attnum = i.indkey[0])`,
  )
  add(
    "no enums: they cost the index under row security",
    await sql<{ what: string }[]>`
    select typname as what from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`,
  )
  add(
    "definer functions fix their search path",
    await sql<{ what: string }[]>`
    select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname in ('public', 'app', 'auth', 'platform') and not coalesce(array_to_string(p.proconfig, ','), '') like '%search_path=pg_catalog%'`,
  )
  add(
    "no function is everybody's",
    await sql<{ what: string }[]>`
    select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('public', 'app', 'auth', 'platform') and has_function_privilege('public', p.oid, 'execute')
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  add(
    "views run as their reader or as the metadata role",
    await sql<{ what: string }[]>`
    select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'm') and n.nspname in ('public', 'app', 'auth', 'platform') and pg_get_userbyid(c.relowner) <> 'app_meta'
       and not coalesce(array_to_string(c.reloptions, ','), '') like '%security_invoker=true%'`,
  )
  add(
    "logins can't bypass row security",
    await sql<{ what: string }[]>`
    select rolname as what from pg_roles where rolname = any (${logins}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  )
  add(
    "logins own nothing of the firms",
    await sql<{ what: string }[]>`
    select c.oid::regclass::text as what from pg_class c where c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
       and pg_get_userbyid(c.relowner) = any (${logins})`,
  )
  add(
    "only the gate's roles touch the keys",
    await sql<{ what: string }[]>`
    select role || ' on auth.' || c.relname as what from pg_class c, unnest(${logins}::text[]) as role
     where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r' and has_table_privilege(role, c.oid, 'select, insert, update, delete')`,
  )
  add(
    "nobody truncates",
    await sql<{ what: string }[]>`
    select role || ' on ' || c.relname as what from pg_class c, unnest(${logins}::text[]) as role
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(role, c.oid, 'truncate')`,
  )
  add(
    "only the gate says which firm it is",
    await sql<{ what: string }[]>`
    select role as what from unnest(${logins}::text[]) as role
     where role <> 'app_queue' and has_function_privilege(role, 'pg_catalog.set_config(text, text, boolean)', 'execute')`,
  )
  return found
}
