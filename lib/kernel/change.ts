import { now } from "@/lib/platform/clock"

const bookkeeping = new Set(["version", "updatedAt", "createdAt"])

/** The names of the fields that differ, for the audit trail: names only, never what they hold. */
export function changedFields<Row extends object>(before: Row, after: Row): string[] {
  return Object.keys(after).filter(
    (name) =>
      !bookkeeping.has(name) && JSON.stringify(before[name as keyof Row]) !== JSON.stringify(after[name as keyof Row]),
  )
}

/** What is written to change a row: a change of nothing is one too, where the ORM would refuse it. */
export const touched = <Changes extends object>(changes: Changes) => ({ ...changes, updatedAt: now().toISOString() })
