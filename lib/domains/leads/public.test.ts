import { describe, expect, it } from "vitest"
import { perform } from "@/lib/kernel/perform"
import { withClock } from "@/lib/platform/clock"
import { strangerAt } from "@/test/crm"
import { aFirm, eventsOf } from "@/test/given"
import { createLeadForm, listLeadForms, updateLeadForm } from "./operations/forms"
import { listLeads, readLead } from "./operations/leads"
import { readPublicForm, submitPublicForm } from "./public"

const typed = { companyName: "Harbour & Co", contactName: "Hana Bay", email: "hana@harbour.test" }

async function aForm(consentText = "You may write to me.") {
  const firm = await aFirm()
  const form = await firm.owner.does(createLeadForm, { title: "Talk to us", consentText })
  return { ...firm, form, visit: strangerAt(firm.firm) }
}

describe("a lead form", () => {
  it("gets an address from its title, on the portal's host, which no other form may have", async () => {
    const { firm, owner, form } = await aForm()
    expect(form).toMatchObject({ slug: "talk-to-us", active: true, leadCount: 0 })
    expect(form.publicUrl).toBe(`http://${firm.subdomain}.portal.localhost:3000/forms/talk-to-us`)
    await expect(owner.does(createLeadForm, { title: "Talk to us!" })).rejects.toMatchObject({
      fields: { slug: [{ key: "leads.refusals.slugTaken" }] },
    })
    expect(await owner.does(updateLeadForm, { id: form.id, slug: "hello", title: "Hello" })).toMatchObject({
      slug: "hello",
      title: "Hello",
    })
  })

  it("is made by those who may write leads", async () => {
    const { member } = await aForm()
    const viewer = await member("readonly")
    await expect(viewer.does(createLeadForm, { title: "Mine" })).rejects.toMatchObject({ code: "forbidden" })
    expect((await viewer.does(listLeadForms, {})).count).toBe(1)
  })
})

describe("filling in a public form", () => {
  it("keeps every typed value, where the visitor came from and what they agreed to", async () => {
    const { firm, owner, form, visit } = await aForm()
    const answer = await perform(
      submitPublicForm,
      null,
      {
        ...typed,
        slug: form.slug,
        phone: "0123",
        message: "Call me",
        consent: true,
        utmSource: "search",
        utm: { ref: "x" },
      },
      visit,
    )

    expect(answer).toEqual({ received: true, firmName: "Test firm" })
    const [lead] = (await owner.does(listLeads, {})).items
    expect(await owner.does(readLead, { id: lead!.id })).toMatchObject({
      ...typed,
      phone: "0123",
      message: "Call me",
      source: "form",
      status: "new",
      ownerId: null,
      formTitle: "Talk to us",
      utm: { source: "search", ref: "x" },
      consentText: "You may write to me.",
    })
    expect(await eventsOf(firm)).toContainEqual(expect.objectContaining({ name: "lead.created", actorKind: "link" }))
  })

  it("shows the form, but nothing of the firm's other forms or an inactive one", async () => {
    const { owner, form, visit } = await aForm()
    expect(await perform(readPublicForm, null, { slug: form.slug }, visit)).toMatchObject({
      title: "Talk to us",
      consentText: "You may write to me.",
      firmName: "Test firm",
    })
    await owner.does(updateLeadForm, { id: form.id, active: false })
    const refused = { code: "not_found" }
    await expect(perform(readPublicForm, null, { slug: form.slug }, visit)).rejects.toMatchObject(refused)
    await expect(perform(submitPublicForm, null, { ...typed, slug: form.slug }, visit)).rejects.toMatchObject(refused)
    await expect(perform(readPublicForm, null, { slug: "no-such" }, visit)).rejects.toMatchObject(refused)
  })

  it("of another firm's host is not found", async () => {
    const { form } = await aForm()
    const other = await aFirm()
    await expect(
      perform(submitPublicForm, null, { ...typed, slug: form.slug }, strangerAt(other.firm)),
    ).rejects.toMatchObject({ code: "not_found" })
  })

  it("refuses programs politely: a filled hidden field, an answer in no time, a made-up start", async () => {
    const { owner, form, visit } = await aForm()
    const { started } = await perform(readPublicForm, null, { slug: form.slug }, visit)
    const bot = { code: "validation_error", sentence: { key: "leads.refusals.automatic" } }
    const submit = (more: object) => perform(submitPublicForm, null, { ...typed, slug: form.slug, ...more }, visit)

    await expect(submit({ website: "https://spam.test" })).rejects.toMatchObject(bot)
    await expect(submit({ started })).rejects.toMatchObject(bot)
    await expect(submit({ started: `${Date.now().toString(36)}.forged` })).rejects.toMatchObject(bot)
    expect((await owner.does(listLeads, {})).count).toBe(0)

    const later = new Date(Date.now() + 5000)
    await withClock(later, () => submit({ started, website: "" }))
    expect((await owner.does(listLeads, {})).count).toBe(1)
  })

  it("names the fields that are wrong", async () => {
    const { form, visit } = await aForm()
    await expect(
      perform(submitPublicForm, null, { ...typed, slug: form.slug, email: "nope" }, visit),
    ).rejects.toMatchObject({ code: "validation_error", fields: { email: [expect.anything()] } })
  })
})
