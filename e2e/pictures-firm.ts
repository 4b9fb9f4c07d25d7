import { randomBytes } from "node:crypto"
import { Api } from "./api"
import { quiet } from "./database"
import { linkIn, mailWith } from "./mailbox"
import type { PicturesServer } from "./pictures-server"
import { hosts } from "./surroundings"

const secret = "four unrelated words"
export type Person = { host: string; email: string; secret: string }
export type PicturedFirm = {
  owner: Person
  client: Person
  ids: Record<"client" | "project" | "proposal" | "invoice", string>
}

/** A firm that nobody else writes to, the same each time it is made but for its address and its people's. */
export async function picturedFirm(server: PicturesServer): Promise<PicturedFirm> {
  const subdomain = `linden-${randomBytes(4).toString("hex")}`
  const owner = { host: `${subdomain}.${server.root}`, email: `ida@${subdomain}.test`, secret }
  const client = { host: `${subdomain}.portal.${server.root}`, email: `nora@${subdomain}.test`, secret }
  await open(subdomain, owner.email)
  const firm = await signedIn(server, owner)
  const ids = await furnish(firm, (clientId) => invite(server, firm, clientId, client))
  // What the worker still has to say would reload the pages.
  await quiet()
  return { owner, client, ids }
}

async function open(subdomain: string, email: string) {
  const site = new Api(hosts.root)
  const given = { firmName: "Linden Advisory", subdomain, name: "Ida Linden", email, password: secret }
  await site.post("/public/sign-ups", { ...given, timeZone: "Europe/Berlin", currency: "EUR" }, { expect: 200 })
  const link = linkIn(await mailWith(email, /^\/welcome\//), /^\/welcome\//)
  await site.post(`/public/sign-ups/${link.pathname.split("/").at(-1)}`, { password: secret }, { expect: 200 })
}

async function signedIn({ port }: PicturesServer, { host, email }: Person) {
  const door = new Api(host, undefined, port)
  const { data } = await door.post<{ accessToken: string }>("/auth/login", { email, password: secret }, { expect: 200 })
  return new Api(host, data.accessToken, port)
}

async function invite({ port }: PicturesServer, firm: Api, clientId: string, { host, email }: Person) {
  const person = { email, name: "Nora Field", role: "admin" }
  await firm.post(`/clients/clients/${clientId}/portal-users`, person, { expect: 201 })
  const link = linkIn(await mailWith(email, /^\/invitations\//), /^\/invitations\//)
  const guest = new Api(host, undefined, port)
  const path = `/public/invitations/${link.pathname.split("/").at(-1)}`
  await guest.post(path, { name: "Nora Field", password: secret }, { expect: 200 })
}

async function furnish(firm: Api, invited: (clientId: string) => Promise<void>): Promise<PicturedFirm["ids"]> {
  const make = async (path: string, body: unknown) => (await firm.post(path, body, { expect: 201 })).data.id
  const doTo = (path: string, body: unknown = {}) => firm.post(path, body, { expect: 200 })

  const address = "Seestraße 12\n80802 München"
  const client = await make("/clients/clients", {
    name: "Fieldhouse Organics",
    email: "office@fieldhouse.test",
    address,
  })
  await make("/clients/clients", { name: "Osprey Boats", email: "hello@osprey.test" })

  await invited(client)

  const project = await make("/projects/projects", {
    clientId: client,
    name: "Margin review",
    description: "Which products earn their place on the shelf.",
    status: "active",
    hourlyRate: "140.00",
    budget: "9800.00",
    startsOn: "2031-03-03",
    dueOn: "2031-04-30",
  })
  for (const [title, status, dueOn, priority] of [
    ["Collect last year's prices", "done", "2031-03-07", "normal"],
    ["Interview the buyers", "in_progress", "2031-03-14", "high"],
    ["Compare with three suppliers", "waiting", "2031-03-12", "normal"],
    ["Write the recommendation", "todo", "2031-04-11", "normal"],
  ])
    await make(`/projects/projects/${project}/tasks`, { title, status, dueOn, priority, clientVisible: true })
  for (const [date, hours, description] of [
    ["2031-03-04", "6.5", "Price lists of four quarters"],
    ["2031-03-05", "3.25", "First talk with purchasing"],
    ["2031-03-10", "4", "Model of contribution margins"],
  ])
    await make("/projects/time-entries", { projectId: project, date, hours, description })

  const line = (description: string, quantity: string, unitPrice: string) => ({
    description,
    quantity,
    unitPrice,
    taxRate: "19",
  })
  const invoice = await make("/finance/invoices", {
    clientId: client,
    dueOn: "2031-03-24",
    lines: [line("Margin review, first part", "13.75", "140.00"), line("Workshop in your house", "1", "950.00")],
  })
  await doTo(`/finance/invoices/${invoice}/send`)
  const paid = await make("/finance/invoices", { clientId: client, lines: [line("Kick-off", "1", "600.00")] })
  await doTo(`/finance/invoices/${paid}/send`)
  await firm.post(`/finance/invoices/${paid}/record-payment`, { amount: "714.00", method: "bank_transfer" })
  await make("/finance/invoices", { clientId: client, lines: [line("Retainer, April", "1", "1200.00")] })

  for (const [companyName, contactName, stage, estimatedValue] of [
    ["Harrow Instruments", "Tom Harrow", "new", "4200.00"],
    ["Seven Springs Spa", "Ulla Berg", "qualified", "12500.00"],
    ["Kite & Anchor", "Ben Moss", "new", "3100.00"],
  ]) {
    const email = `${companyName!.toLowerCase().replace(/\W+/g, "-")}@prospect.test`
    const id = await make("/crm/prospects", { companyName, contactName, email, estimatedValue })
    if (stage !== "new") await firm.patch(`/crm/prospects/${id}`, { stage })
  }
  const prospect = await make("/crm/prospects", {
    companyName: "Fieldhouse Organics",
    contactName: "Nora Field",
    email: "office@fieldhouse.test",
    clientId: client,
    estimatedValue: "6400.00",
  })
  const proposal = await make("/crm/proposals", {
    prospectId: prospect,
    title: "Quarterly controlling",
    intro: "Four quarters, one report each, and an hour with your management to talk it through.",
    terms: "# Payment\nInvoices are due within 14 days.",
    validUntil: "2031-04-10",
    lines: [line("Quarterly report with comments", "4", "1450.00"), line("Hour with the management", "4", "150.00")],
  })
  await doTo(`/crm/proposals/${proposal}/send`)
  return { client, project, proposal, invoice }
}
