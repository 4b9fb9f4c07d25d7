import { z } from "zod"
import { gate } from "@/db/gate"
import { leadForms, leads } from "@/db/schema"
import { newId } from "@/db/schema/columns"
import type { Key, TenantDb } from "@/db/tenant"
import { mutation, query, type Visit } from "@/lib/kernel/operation"
import { notFound, Refusal } from "@/lib/kernel/refusal"
import { newSecret, sha256 } from "@/lib/platform/secrets"
import { campaignOf, looksAutomatic, startedNow } from "./rules"
import { publicFormOut, publicLead } from "./schema"

/** A stranger's key to one form of the firm that the host names, for a few minutes. */
async function formKey({ slug }: { slug: string }, { site, tenantId }: Visit): Promise<Key | null> {
  const firmId = site.firm?.id ?? tenantId
  if (!firmId || firmId === "unknown") return null
  const secret = newSecret()
  // By the real clock, since the database compares it with its own.
  const until = new Date(Date.now() + 5 * 60_000).toISOString()
  return (await gate.openForm(firmId, slug, sha256(secret), until)) ? { surface: "portal", secret } : null
}

async function openForm(db: TenantDb) {
  const [form] = await db
    .select({
      id: leadForms.id,
      slug: leadForms.slug,
      title: leadForms.title,
      intro: leadForms.intro,
      consentText: leadForms.consentText,
    })
    .from(leadForms)
  if (!form) throw notFound("leadForm")
  return form
}

export const readPublicForm = query({
  name: "leadForms.readPublic",
  summary: "Read a public form",
  permission: "link:form",
  rest: "GET /public/forms/{slug}",
  rate: "exempt",
  input: z.strictObject({ slug: z.string().max(60) }),
  output: publicFormOut,
  credential: formKey,
  run: async ({ slug }, { db, actor }) => ({
    ...(await openForm(db)),
    firmName: actor.firmName,
    started: startedNow(slug),
  }),
})

export const submitPublicForm = mutation({
  name: "leadForms.submit",
  summary: "Fill in a public form",
  permission: "link:form",
  rest: "POST /public/forms/{slug}",
  rate: "public",
  status: 201,
  input: publicLead,
  output: z.object({ received: z.literal(true), firmName: z.string() }),
  credential: formKey,

  async run(input, { db, actor, record }) {
    if (looksAutomatic(input)) throw new Refusal("validation_error", { key: "leads.refusals.automatic" })
    const { companyName, contactName, email, phone, message, consent, utm } = input
    const { utmSource, utmMedium, utmCampaign, utmTerm, utmContent } = input
    const form = await openForm(db)
    const id = newId()
    await db.insert(leads).values({
      id,
      companyName,
      contactName,
      email,
      phone,
      message,
      source: "form",
      formId: form.id,
      utm: campaignOf({ utmSource, utmMedium, utmCampaign, utmTerm, utmContent }, utm),
      consentText: consent && form.consentText ? form.consentText : null,
    })
    record("lead.created", { id })
    return { received: true as const, firmName: actor.firmName }
  },
})
