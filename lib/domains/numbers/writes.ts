import { sql } from "drizzle-orm"
import { numberSeries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"

/** The next number of a series, "P-2026-0001"; taken in the transaction that uses it, so that it shares its fate. */
export async function takeNumber(db: TenantDb, series: string, day: string): Promise<string> {
  const year = Number(day.slice(0, 4))
  const [row] = await db
    .insert(numberSeries)
    .values({ series, year, last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.firmId, numberSeries.series, numberSeries.year],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ last: numberSeries.last })
  return `${series}-${year}-${String(row!.last).padStart(4, "0")}`
}
