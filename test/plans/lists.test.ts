import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { z } from "zod"
import { operations } from "@/lib/domains"
import type { Operation } from "@/lib/kernel/operation"
import { perform } from "@/lib/kernel/perform"
import { type LargeFirm, largeFirm } from "./large-firm"
import { type Explained, objections, tablesOf } from "./plan"

// What is not read from a firm's tables by pages: functions with a ceiling, and the operators' console.
const elsewhere = ["jobs.listDead", "apiKeys.list", "platform.firms"]
const lists = operations.filter(({ answers, name }) => answers === "list" && !elsewhere.includes(name))

let firm: LargeFirm
beforeAll(async () => {
  firm = await largeFirm()
}, 120_000)
afterAll(() => firm.close())

const shapeOf = (operation: Operation) => (operation.input as z.ZodObject).shape as Record<string, z.ZodType>

/** Every order a list offers, both ways; undefined is its own. */
function ordersOf(operation: Operation): (string | undefined)[] {
  const { sort } = shapeOf(operation)
  return [
    undefined,
    ...((sort as z.ZodOptional<z.ZodEnum<Record<string, string>>> | undefined)?.unwrap().options ?? []),
  ]
}

const owners: Record<string, string> = { "/projects/projects/": "projects", "/portal/projects/": "projects" }
const tables = ["tasks", "threads", "clients", "contracts", "conversations"]

async function inputOf(operation: Operation, sort: string | undefined) {
  const { limit, id } = shapeOf(operation)
  const path = operation.rest ?? ""
  const of = Object.keys(owners).find((prefix) => path.includes(prefix))
  const word = tables.find((one) => path.includes(`/${one}/`))
  const table = of ? owners[of] : word === "conversations" ? "clients" : word === "threads" ? "chat_threads" : word
  return {
    // As short against this firm as a page of fifty is against the one that is measured.
    ...(limit && { limit: 10 }),
    ...(sort && { sort }),
    ...(id && { id: await firm.some(table ?? "clients") }),
  }
}

// The driver asks for the types of columns, once for each connection.
const ofFirms = ({ plan }: Explained) => tablesOf(plan).some((table) => firm.schema.tables.has(table))

async function pageOf(operation: Operation, sort: string | undefined) {
  const { key, visit } = firm.as[operation.permission.startsWith("portal") ? "portal" : "workspace"]
  const input = await inputOf(operation, sort)
  firm.explained()
  firm.trips.count()
  await perform(operation, key, input, visit)
  const trips = firm.trips.count()
  await firm.idle()
  return { plans: firm.explained().filter(ofFirms), trips }
}

// What these show is made of many rows before it can be put in order, so they sort; how much is said here.
const gathered: Record<string, string> = {
  "invoices.listUnbilled": "adds up the time that is not billed yet, by project",
  "messages.conversations": "asks for the last message of each of the firm's clients",
}

const wrong = (plans: Awaited<ReturnType<typeof pageOf>>["plans"]) => [
  ...new Set(plans.flatMap((one) => objections(one, firm.schema))),
]

describe("a page of a list, in a firm among many", () => {
  it.each(lists.map((operation) => ({ name: operation.name, operation })))("$name", async ({ operation }) => {
    const found: string[] = []
    for (const sort of ordersOf(operation)) {
      const { plans } = await pageOf(operation, sort)
      expect(plans.length).toBeGreaterThan(0)
      found.push(...wrong(plans).map((sentence) => `${sort ?? "own order"}: ${sentence}`))
    }
    expect(found.filter((sentence) => !(operation.name in gathered && sentence.includes(": sorts ")))).toEqual([])
  })
})

it("finds a list that lost its index", async () => {
  const tasks = lists.find(({ name }) => name === "tasks.list")!
  const [{ definition }] = await firm.sql<
    [{ definition: string }]
  >`select pg_get_indexdef('tasks_title_idx'::regclass) as definition`
  await firm.sql`drop index tasks_title_idx`
  expect(wrong((await pageOf(tasks, "title")).plans).join()).toMatch(/sorts 3000 rows of .*tasks/)
  await firm.sql.unsafe(definition)
  expect(wrong((await pageOf(tasks, "title")).plans)).toEqual([])
})

it("answers a page in three round trips, however many questions it asks", async () => {
  const invoices = lists.find(({ name }) => name === "invoices.list")!
  await pageOf(invoices, undefined)
  expect((await pageOf(invoices, undefined)).trips).toBe(3)
})
