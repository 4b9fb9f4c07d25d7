import { and, asc, desc, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { z } from "zod"
import { Refusal } from "./refusal"

/** What every list takes beside its own filters: search, sort, page. */
export const listInput = <Sort extends string, Filters extends z.ZodRawShape>(
  sorts: readonly [Sort, ...Sort[]],
  filters: Filters,
) =>
  z.strictObject({
    q: z.string().trim().max(200).optional(),
    sort: z
      .enum(sorts.flatMap((name) => [name, `-${name}` as const]) as [Sort | `-${Sort}`, ...(Sort | `-${Sort}`)[]])
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(2000).optional(),
    ...filters,
  })

type Cursor = { sort: string; back: boolean; value: string; id: string }
type Asked = { sort?: string; limit: number; cursor?: string }
type Plan<Row> = {
  id: PgColumn
  /** Never null: wrap nullable columns in coalesce. Values are compared as text of their own type. */
  sorts: Record<string, { by: PgColumn | SQL; type: "text" | "timestamptz" | "date" | "numeric" | "uuid" | "integer" }>
  fallback: string
  where?: SQL
  rows(clause: {
    where: SQL | undefined
    orderBy: SQL[]
    limit: number
    sortValue: SQL<string>
  }): Promise<(Row & { sortValue: string; id: string })[]>
  count(where: SQL | undefined): Promise<number>
}

/** One page by keyset: constant cost however far one pages, and no row twice when others are added. */
export async function pageOfRows<Row>(asked: Asked, plan: Plan<Row>) {
  const sort = asked.sort ?? plan.fallback
  const { by, type } = plan.sorts[sort.replace(/^-/, "")]!
  const cursor = asked.cursor ? read(asked.cursor, sort) : undefined
  const down = sort.startsWith("-") !== Boolean(cursor?.back)
  const after =
    cursor &&
    sql`(${by}, ${plan.id}) ${sql.raw(down ? "<" : ">")} (${cursor.value}::${sql.raw(type)}, ${cursor.id}::uuid)`

  const [found, count] = await Promise.all([
    plan.rows({
      where: and(plan.where, after),
      orderBy: down ? [desc(by), desc(plan.id)] : [asc(by), asc(plan.id)],
      limit: asked.limit + 1,
      sortValue: sql<string>`${by}::text`,
    }),
    plan.count(plan.where),
  ])
  const more = found.length > asked.limit
  const rows = found.slice(0, asked.limit)
  if (cursor?.back) rows.reverse()

  const at = (row: { sortValue: string; id: string } | undefined, back: boolean) =>
    row ? write({ sort, back, value: row.sortValue, id: row.id }) : null
  return {
    items: rows,
    count,
    next: (cursor?.back ? true : more) ? at(rows.at(-1), false) : null,
    previous: (cursor?.back ? more : Boolean(cursor)) ? at(rows[0], true) : null,
  }
}

const write = ({ sort, back, value, id }: Cursor) =>
  Buffer.from(JSON.stringify([sort, back, value, id])).toString("base64url")

const shape = z.tuple([z.string(), z.boolean(), z.string(), z.uuid()])

function read(text: string, sort: string): Cursor {
  try {
    const [of, back, value, id] = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString()))
    if (of === sort) return { sort, back, value, id }
  } catch {}
  throw new Refusal(
    "validation_error",
    { key: "kernel.invalid" },
    { cursor: [{ key: "kernel.field.cursor", values: { field: "cursor" } }] },
  )
}

/**
 * A column of a record that is always there, such as a task's project. Lists join it left all the same: the planner takes
 * an inner join of two of a firm's tables to leave a fraction of the rows, and then sorts all of them for one page.
 */
export const always = <Column extends PgColumn>(column: Column) => sql<Column["_"]["data"]>`${column}`

/** Every word of a search must occur somewhere in the columns; case and accents don't matter. */
export function matches(q: string | undefined, ...columns: (PgColumn | SQL)[]): SQL | undefined {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 10)
  if (words.length === 0) return undefined
  const text = sql`app.plain(concat_ws(' ', ${sql.join(columns, sql`, `)}))`
  return and(...words.map((word) => sql`position(app.plain(${word}) in ${text}) > 0`))
}
