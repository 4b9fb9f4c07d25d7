const bookkeeping = new Set(["version", "updatedAt", "createdAt"])

/** The names of the fields that differ, for the audit trail: names only, never what they hold. */
export function changedFields<Row extends object>(before: Row, after: Row): string[] {
  return Object.keys(after).filter(
    (name) =>
      !bookkeeping.has(name) && JSON.stringify(before[name as keyof Row]) !== JSON.stringify(after[name as keyof Row]),
  )
}
