import { at, expect, test } from "./fixtures"
import { buyer } from "./walk"

test("who comes late is told what has happened since they asked, and nothing of another firm", async ({
  tokens,
  unique,
}) => {
  const [acme, birch] = [await tokens("owner"), await tokens("birch")]
  // Until a page has listened once, the process itself doesn't know what happened.
  for (const api of [acme, birch]) (await api.live()).close()
  const asked = performance.now()
  const { data: lead } = await acme.post("/crm/leads", { ...buyer(unique("Wharf")), source: "test" })

  const age = Math.ceil(performance.now() - asked)
  const late = await acme.live(age)
  await late.until(async () => late.events.some(({ subjectId }) => subjectId === lead.id))
  const never = await birch.live(age)
  const { data: theirs } = await birch.post("/crm/leads", { ...buyer(unique("Grove")), source: "test" })
  await never.until(async () => never.events.some(({ subjectId }) => subjectId === theirs.id))
  expect(never.events.map(({ subjectId }) => subjectId)).not.toContain(lead.id)

  const tooLate = await acme.live(3_600_000)
  await tooLate.until(async () => tooLate.events.length > 0)
  expect(tooLate.events[0]).toEqual({ name: "missed", subjectId: "" })
  for (const stream of [late, never, tooLate]) stream.close()
})

test("a change made while a page is still loading is on it, in every tab", async ({ as, tokens, unique }) => {
  const owner = await tokens("owner")
  const context = await as("owner")
  const tabs = [await context.newPage(), await context.newPage()]
  const company = unique("Basin")
  // The page's HTML is here, its scripts are held back until the change has been made.
  let release = () => {}
  const made = new Promise<void>((resolve) => (release = resolve))
  await context.route(/\/_next\/static\/.*\.js/, async (route) => {
    await made
    await route.continue()
  })
  for (const tab of tabs) {
    await tab.goto(at("acme", "/leads"), { waitUntil: "commit" })
    await expect(tab.getByRole("heading", { level: 1, name: "Leads" })).toBeVisible()
  }
  await owner.post("/crm/leads", { ...buyer(company), source: "test" })
  for (const tab of tabs) await expect(tab.getByRole("link", { name: company })).toHaveCount(0)
  release()
  for (const tab of tabs) await expect(tab.getByRole("link", { name: company })).toBeVisible()
})
