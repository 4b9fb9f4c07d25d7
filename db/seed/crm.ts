import { createLeadForm } from "@/lib/domains/leads/operations/forms"
import { convertLead, createLead, updateLead } from "@/lib/domains/leads/operations/leads"
import { submitPublicForm } from "@/lib/domains/leads/public"
import {
  acceptOnBehalf,
  convertProposal,
  declineOnBehalf,
  sendProposal,
} from "@/lib/domains/proposals/operations/deciding"
import { createProposal } from "@/lib/domains/proposals/operations/editing"
import { acceptByLink, readOffer } from "@/lib/domains/proposals/public"
import { createProspect, updateProspect } from "@/lib/domains/prospects/operations"
import { formLeads, openLeads, pipeline, type Won, won } from "./crm-data"
import type { World } from "./world"

export type SoldWork = {
  name: string
  email: string
  contact: string
  clientId: string
  contractId: string
  projectId: string
  engagementId: string
  portalUserId: string
}

const terms = `# Payment
Invoices are due within 14 days. Work that was not foreseen is agreed in writing before it starts.

# Confidentiality
Both sides keep what they learn about each other to themselves, during the work and afterwards.

# Ending
Either side may end the work with 30 days' notice; what has been done until then is paid.`

/** Everything before the work: leads, pipeline, proposals, and the clients that came of them. */
export async function seedCrm(world: World, full: boolean): Promise<SoldWork[]> {
  const sellers = full ? ["owner@acme.test", "admin@acme.test", "manager@acme.test"] : ["owner@birch.test"]
  const seller = (n: number) => sellers[n % sellers.length]!
  await seedForms(world, seller(0), full)
  const sold: SoldWork[] = []
  for (const [n, deal] of (full ? won : birchWon).entries()) sold.push(await seedWon(world, seller(n), deal))
  await seedLeads(world, seller, full)
  if (full) {
    await seedPipeline(world, seller)
    for (const client of sold.slice(0, 2)) await seedMoreFor(world, seller(2), client)
    await seedOpenProposals(world, seller(0))
  }
  return sold
}

async function seedForms(world: World, seller: string, full: boolean) {
  const at = world.as(seller).on(185)
  const intro = "Tell us in a few words what you are working on. We answer within one working day."
  const consentText = "You may send me news about your services now and then. I can end that at any time."
  await at.does(createLeadForm, { title: "Talk to us", slug: "contact", intro, consentText })
  if (!full) return
  await at.does(createLeadForm, { title: "Cash-flow check", intro: "Twenty minutes on the phone, free of charge." })
  await at.does(createLeadForm, { title: "Spring workshop 2026", intro: "Registration is closed.", active: false })
}

async function seedWon(world: World, seller: string, deal: Won): Promise<SoldWork> {
  const { company: companyName, contact: contactName, email, phone, source, title, intro, lines } = deal
  const lead = await world.as(seller).on(deal.met).does(createLead, { companyName, contactName, email, phone, source })
  const prospect = await world
    .as(seller)
    .on(deal.met - 1)
    .does(convertLead, { id: lead.id })
  const estimatedValue = lines.reduce((sum, line) => sum + Number(line.quantity) * Number(line.unitPrice), 0)
  await world
    .as(seller)
    .on(deal.met - 2)
    .does(updateProspect, { id: prospect.id, stage: "qualified", estimatedValue, currency: world.currency })
  const draft = await world
    .as(seller)
    .on(deal.sent + 1)
    .does(createProposal, {
      prospectId: prospect.id,
      title,
      intro,
      terms,
      lines,
      validUntil: dayAfter(world.day(deal.sent), 30),
    })
  const { id, publicUrl } = await world.as(seller).on(deal.sent).does(sendProposal, { id: draft.id })
  const signed = { signerName: contactName, signerEmail: email }
  const made =
    deal.by === "behalf"
      ? await world
          .as(seller)
          .on(deal.won)
          .does(acceptOnBehalf, { id, ...signed })
      : await acceptedByLink(world, { id, publicUrl, day: deal.won, signed })
  return { ...made, name: companyName, email, contact: contactName }
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

type Signed = { signerName: string; signerEmail: string }

/** As a client does it: opens the link, reads for a day, signs; the worker does the rest. */
async function acceptedByLink(world: World, of: { id: string; publicUrl: string | null; day: number; signed: Signed }) {
  const token = of.publicUrl!.split("/").at(-1)!
  await world.system.on(of.day + 1, 15).does(readOffer, { token })
  await world.system.on(of.day, 16).does(acceptByLink, { token, ...of.signed })
  return world.system.on(of.day, 17).does(convertProposal, { id: of.id })
}

async function seedLeads(world: World, seller: (n: number) => string, full: boolean) {
  for (const [n, lead] of openLeads.slice(0, full ? undefined : 2).entries()) {
    const [companyName, contactName, email, source, status, daysAgo, message] = lead
    const given = { companyName, contactName, email, source, message, ownerId: world.member(seller(n)) }
    const { id } = await world.as(seller(n)).on(daysAgo).does(createLead, given)
    const change = { id, status, ...(status === "lost" && { lostReason: "Wanted bookkeeping only" }) }
    if (status !== "new")
      await world
        .as(seller(n))
        .on(Math.max(0, daysAgo - 1))
        .does(updateLead, change)
  }
  for (const [companyName, contactName, email, message, utmCampaign, daysAgo] of formLeads) {
    const typed = { companyName, contactName, email, message, consent: message !== "" }
    const campaign = utmCampaign ? { utmSource: "newsletter", utmMedium: "email", utmCampaign } : {}
    await world.system.on(daysAgo, 9).does(submitPublicForm, { slug: "contact", ...typed, ...campaign })
  }
}

async function seedPipeline(world: World, seller: (n: number) => string) {
  for (const [n, [companyName, contactName, email, stage, value, daysAgo, note]] of pipeline.entries()) {
    const who = world.as(seller(n))
    const { id } = await who.on(daysAgo).does(createProspect, {
      companyName,
      contactName,
      email,
      estimatedValue: value,
      nextStep: stage === "lost" ? "" : note,
      expectedCloseOn: dayAfter(world.day(0), 14 + n * 9),
    })
    const later = who.on(Math.max(0, daysAgo - 4))
    if (stage === "lost") await later.does(updateProspect, { id, stage, lostReason: note })
    else if (stage !== "new") await later.does(updateProspect, { id, stage })
  }
}

/** A client of ours thinks about more: a proposal waits in their portal. */
async function seedMoreFor(world: World, seller: string, { clientId, name, contact, email }: SoldWork) {
  const given = { companyName: name, contactName: contact, email, clientId, estimatedValue: "6400.00" }
  const prospect = await world.as(seller).on(12).does(createProspect, given)
  const draft = await world
    .as(seller)
    .on(6)
    .does(createProposal, {
      prospectId: prospect.id,
      title: "Quarterly controlling for 2027",
      intro: "Four quarters, one report each, and an hour with your management to talk it through.",
      terms,
      validUntil: dayAfter(world.day(0), 24),
      lines: [
        { description: "Quarterly report with comments", quantity: "4", unitPrice: "1450.00" },
        { description: "Hour with the management team", quantity: "4", unitPrice: "150.00" },
        { description: "Budget workshop in November", quantity: "1", unitPrice: "1900.00", optional: true },
      ],
    })
  await world.as(seller).on(5).does(sendProposal, { id: draft.id })
}

/** Proposals in every other state: draft, waiting, expired, declined. */
async function seedOpenProposals(world: World, seller: string) {
  const offers = [
    ["Alder & Oak Furniture", "Greta Alder", "greta@alderoak.test", "Margin review", "3600.00", 3, "draft"],
    ["Vale Pharmacy Group", "Hugh Vale", "hugh@valepharmacy.test", "Month-end in five days", "9800.00", 16, "sent"],
    ["Ferrous Metalworks", "Dana Kovac", "dana@ferrous.test", "Costing model", "11200.00", 70, "expired"],
    ["Citadel Storage", "Ray Nolan", "ray@citadel.test", "Expansion business case", "7400.00", 55, "declined"],
  ] as const
  for (const [companyName, contactName, email, title, unitPrice, daysAgo, end] of offers) {
    const who = world.as(seller)
    const { id: prospectId } = await who
      .on(daysAgo + 5)
      .does(createProspect, { companyName, contactName, email, estimatedValue: unitPrice })
    const lines = [{ description: title, quantity: "1", unitPrice }]
    const validUntil = dayAfter(world.day(daysAgo), 30)
    const { id } = await who.on(daysAgo + 1).does(createProposal, { prospectId, title, terms, lines, validUntil })
    if (end === "draft") continue
    await who.on(daysAgo).does(sendProposal, { id })
    const reason = "We will do it ourselves this year."
    if (end === "declined") await who.on(daysAgo - 6).does(declineOnBehalf, { id, reason })
  }
}

const birchWon: Won[] = [
  {
    company: "Elbe Werft",
    contact: "Jonas Petersen",
    email: "jonas@elbewerft.test",
    phone: "+49 40 555 0131",
    source: "referral",
    met: 90,
    sent: 82,
    won: 77,
    by: "link",
    title: "Cost accounting for two yards",
    intro: "One way to count costs in both yards, so that offers can be compared.",
    lines: [{ description: "Cost centres and calculation", quantity: "12", unitPrice: "1150.00", taxRate: "19" }],
  },
  {
    company: "Kaffeerösterei Nord",
    contact: "Inga Brandt",
    email: "inga@roesterei-nord.test",
    phone: "+49 40 555 0177",
    source: "website",
    met: 60,
    sent: 51,
    won: 45,
    by: "behalf",
    title: "Liquidity planning",
    intro: "A plan for the harvest season and what the bank wants to see of it.",
    lines: [{ description: "Liquidity plan for twelve months", quantity: "5", unitPrice: "1100.00", taxRate: "19" }],
  },
]
