import { createHash } from "node:crypto"

const user = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'"

// What is not a row: each line a statement of the catalogue about one object of ours.
const definitions = `
  select 'column ' || c.oid::regclass || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
      || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as text
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and ${user}
  union all select 'relation ' || c.oid::regclass, concat_ws(' ', c.relkind, c.relpersistence, c.relowner::regrole, c.relrowsecurity,
      c.relforcerowsecurity, c.reloptions::text, case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${user}
  union all select 'grant ' || c.oid::regclass || coalesce('.' || x.column, ''), string_agg(x.text, ',' order by x.text)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, lateral (
      select null::name as column, e.grantee::text || e.privilege_type as text, e.grantee
        from aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) e
      union all select a.attname, e.grantee::text || e.privilege_type, e.grantee
        from pg_attribute a, aclexplode(a.attacl) e where a.attrelid = c.oid and a.attnum > 0) y, lateral (
      select y.column, coalesce((select rolname from pg_roles where oid = y.grantee), 'public') || regexp_replace(y.text, '^\\d+', ' ') as text) x
   where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${user} group by c.oid, x.column
  union all select 'constraint ' || t.conrelid::regclass || '.' || t.conname, pg_get_constraintdef(t.oid)
    from pg_constraint t join pg_namespace n on n.oid = t.connamespace where t.conrelid <> 0 and ${user}
  union all select 'index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'm') and ${user}
  union all select 'function ' || p.oid::regprocedure, p.proowner::regrole || pg_get_functiondef(p.oid)
      || (select string_agg(coalesce(g.rolname, 'public') || e.privilege_type, ',' order by coalesce(g.rolname, 'public'), e.privilege_type)
            from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) e left join pg_roles g on g.oid = e.grantee)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind in ('f', 'p') and ${user}
  union all select 'trigger ' || t.tgrelid::regclass || '.' || t.tgname, pg_get_triggerdef(t.oid) || t.tgenabled::text
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${user}
  union all select 'policy ' || schemaname || '.' || tablename || '.' || policyname,
      concat_ws(' ', permissive, roles::text, cmd, qual, with_check) from pg_policies
  union all select 'sequence ' || schemaname || '.' || sequencename, last_value::text from pg_sequences`

/**
 * What a database holds, by name: of each object its definition's hash, of each table the number of its rows and the sum of
 * their hashes, whatever their order. Unlogged tables are left out: no backup keeps them. `sql` is a
 * transaction: how values are written is set in it.
 */
export async function fingerprint(sql) {
  await sql`select set_config(name, value, true) from (values ('timezone', 'UTC'), ('datestyle', 'ISO'), ('extra_float_digits', '1'),
    ('bytea_output', 'hex'), ('intervalstyle', 'iso_8601'), ('search_path', '')) as s (name, value)`
  const found = {}
  for (const { name, text } of await sql.unsafe(definitions)) {
    found[name] = createHash("sha256")
      .update(text ?? "")
      .digest("hex")
  }
  const tables =
    await sql.unsafe(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and ${user} order by 1`)
  for (const { name } of tables) {
    const [row] =
      await sql.unsafe(`select count(*) || ' rows, ' || coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) || ' '
      || coalesce(sum(hashtextextended(r::text, 1)::numeric), 0) as hash from ${name} r`)
    found[`rows of ${name}`] = row.hash
  }
  return found
}

/** In what two fingerprints differ: names, sorted. */
export function differences(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name] !== other[name]).sort()
}
