import { getColumns } from "drizzle-orm"
import { z } from "zod"
import { firms } from "@/db/schema"
import { type TenantDb, violatedConstraint } from "@/db/tenant"
import { changedFields, touched } from "@/lib/kernel/change"
import { exchange, mutation, query } from "@/lib/kernel/operation"
import { conflict, invalidField } from "@/lib/kernel/refusal"
import { NoPicture, pictureOf, storeLogo } from "@/lib/platform/logo"
import { logoPath } from "@/lib/platform/logo-path"
import { firmChange, firmSettingsOut, logoIn } from "./schema"

export const readFirm = query({
  name: "firm.read",
  summary: "Read the firm's settings",
  permission: "firm:read",
  rest: "GET /firm/settings",
  input: z.strictObject({}),
  output: firmSettingsOut,
  run: async (_input, { db }) => presented(await theFirm(db)),
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
    return presented(after)
  },
})

export const setLogo = exchange({
  name: "firm.setLogo",
  summary: "Set the firm's logo",
  permission: "firm:manage",
  rest: "PUT /firm/logo",
  rate: "upload",
  input: logoIn,
  output: firmSettingsOut,

  async run({ image }, { db, record }) {
    const { id } = await theFirm(db)
    record("firm.logo_sent", { id })
    return { id, file: Buffer.from(image, "base64") }
  },

  async call({ id, file }) {
    try {
      return await storeLogo(id, await pictureOf(file))
    } catch (error) {
      if (error instanceof NoPicture) throw invalidField("image", "firm.refusals.logo")
      throw error
    }
  },

  async settle({ id }, logoKey, { db, record }) {
    const [after] = await db.update(firms).set(touched({ logoKey })).returning()
    record("firm.updated", { id }, ["logo"])
    return presented(after!)
  },
})

export const removeLogo = mutation({
  name: "firm.removeLogo",
  summary: "Remove the firm's logo",
  permission: "firm:manage",
  rest: "DELETE /firm/logo",
  status: 200,
  mayDoNothing: true,
  input: z.strictObject({}),
  output: firmSettingsOut,

  // The picture stays stored: papers and mails that are out still show it.
  async run(_input, { db, record }) {
    const before = await theFirm(db, { lock: true })
    if (!before.logoKey) return presented(before)
    const [after] = await db
      .update(firms)
      .set(touched({ logoKey: null }))
      .returning()
    record("firm.updated", { id: before.id }, ["logo"])
    return presented(after!)
  },
})

const presented = <Firm extends { logoKey: string | null }>({ logoKey, ...firm }: Firm) => ({
  ...firm,
  logo: logoPath(logoKey) ?? null,
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
