import { getColumns } from "drizzle-orm"
import { z } from "zod"
import { firms } from "@/db/schema"
import { type TenantDb, violatedConstraint } from "@/db/tenant"
import { changedFields, touched } from "@/lib/kernel/change"
import { mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { firmChange, firmSettingsOut } from "./schema"

export const readFirm = query({
  name: "firm.read",
  summary: "Read the firm's settings",
  permission: "firm:read",
  rest: "GET /firm/settings",
  input: z.strictObject({}),
  output: firmSettingsOut,
  run: (_input, { db }) => theFirm(db),
})

export const updateFirm = mutation({
  name: "firm.update",
  summary: "Change the firm's settings",
  permission: "firm:manage",
  rest: "PATCH /firm/settings",
  input: firmChange,
  output: firmSettingsOut,

  async run(changes, { db, record, expect }) {
    const before = await theFirm(db, { lock: true })
    expect(before)
    const after = await save(db, changes)
    record("firm.updated", { id: before.id }, changedFields(before, after))
    return after
  },
})

/** Row security leaves one firm to read. */
async function theFirm(db: TenantDb, { lock = false } = {}) {
  const rows = db.select(getColumns(firms)).from(firms)
  const [firm] = await (lock ? rows.for("update") : rows)
  return firm!
}

async function save(db: TenantDb, changes: z.output<typeof firmChange>) {
  try {
    const [firm] = await db.update(firms).set(touched(changes)).returning()
    return firm!
  } catch (error) {
    if (violatedConstraint(error) !== "firms_portal_domain_key") throw error
    throw conflict("firm.refusals.domainTaken", { domain: changes.portalDomain ?? "" })
  }
}
