import { describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { createLead } from "@/lib/domains/leads/operations/leads"
import { createProject } from "@/lib/domains/projects/operations"
import { createTask } from "@/lib/domains/tasks/operations/tasks"
import { aFirm } from "@/test/given"
import { search } from "./operations"

async function aFirmWithWork() {
  const here = await aFirm()
  const client = await here.owner.does(createClient, { name: "Northwind Traders" })
  const project = await here.owner.does(createProject, { clientId: client.id, name: "Ledger clean-up" })
  const task = await here.owner.does(createTask, { id: project.id, title: "Reconcile Zürich accounts" })
  const lead = await here.owner.does(createLead, {
    companyName: "Globex",
    contactName: "Gil Berger",
    email: "gil@globex.test",
  })
  return { ...here, client, project, task, lead }
}
type Results = { results: { label: string }[] }
const labels = ({ results }: Results) => results.map(({ label }) => label)

describe("search", () => {
  it("finds records of all kinds, and says what each is and where", async () => {
    const { owner, client, project } = await aFirmWithWork()
    const { results } = await owner.does(search, { q: "northwind" })
    expect(results).toEqual(
      [
        {
          id: project.id,
          kind: "project",
          label: "Ledger clean-up",
          href: `/projects/${project.id}`,
          hint: "Project · Northwind Traders",
        },
        { id: client.id, kind: "client", label: "Northwind Traders", href: `/clients/${client.id}`, hint: "Client" },
      ].sort((a, b) => a.label.length - b.label.length),
    )
  })

  it("forgives typing errors, case and accents, and wants every word", async () => {
    const { owner } = await aFirmWithWork()
    expect(labels(await owner.does(search, { q: "Nrothwind" }))).toContain("Northwind Traders")
    expect(labels(await owner.does(search, { q: "globx" }))).toEqual(["Globex"])
    expect(labels(await owner.does(search, { q: "ZURICH" }))).toEqual(["Reconcile Zürich accounts"])
    expect(labels(await owner.does(search, { q: "globex zurich" }))).toEqual([])
    expect(labels(await owner.does(search, { q: "xylophone" }))).toEqual([])
    expect(labels(await owner.does(search, { q: "  " }))).toEqual([])
  })

  it("takes signs of pattern languages as the letters they are", async () => {
    const { owner } = await aFirmWithWork()
    for (const q of ["%", "_", "'; drop table clients; --", "\\"])
      expect(labels(await owner.does(search, { q }))).toEqual([])
  })

  it("shows eight of a kind at most", async () => {
    const { owner } = await aFirm()
    for (let n = 0; n < 10; n++) await owner.does(createClient, { name: `Farm ${n}` })
    expect(labels(await owner.does(search, { q: "farm" }))).toHaveLength(8)
  })

  it("finds only what one may see", async () => {
    const { member } = await aFirmWithWork()
    const leads = await member("staff", ["leads:read"])
    expect(labels(await leads.does(search, { q: "northwind" }))).toEqual([])
    expect(labels(await leads.does(search, { q: "globex" }))).toEqual(["Globex"])
    expect(labels(await (await member("staff")).does(search, { q: "globex" }))).toEqual([])
  })

  it("finds nothing of another firm, and is not there for clients", async () => {
    const { client, portalUser } = await aFirmWithWork()
    const other = await aFirm()
    expect(labels(await other.owner.does(search, { q: "northwind" }))).toEqual([])
    const pat = await portalUser(client.id)
    await expect(pat.does(search, { q: "northwind" })).rejects.toMatchObject({ code: "forbidden" })
  })
})
