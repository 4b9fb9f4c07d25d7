import { at, desk, expect, phone, signIn, test } from "./fixtures"
import { clientPassword, joinPortal } from "./portal"
import { buyer, sell } from "./walk"

test("firm and client talk on a task, each sees the other without reloading", async ({
  as,
  tokens,
  unique,
  visitor,
}) => {
  const owner = await tokens("owner")
  const who = buyer(unique("Harbour"))
  const { projectId } = await sell(owner, who)
  await joinPortal(who)

  const firm = await (await as("manager")).newPage()
  await firm.goto(at("acme", `/projects/${projectId}?tab=tasks`))
  await firm.getByLabel("New task").fill("Sign the return")
  await firm.getByLabel("Show to the client").check()
  await firm.getByRole("button", { name: "Add task" }).click()
  await firm.getByRole("link", { name: "Sign the return" }).click()
  await expect(firm.getByText("Client can see this")).toBeVisible()

  const client = await signIn(await visitor(phone), "portal", who.email, clientPassword)
  await client.waitForURL((url) => url.pathname !== "/sign-in")
  await client.goto(at("portal", `/projects/${projectId}`))
  await client.getByRole("link", { name: "Sign the return" }).click()
  await expect(client.getByRole("heading", { level: 1, name: "Sign the return" })).toBeVisible()

  await firm.getByLabel("Comment", { exact: true }).fill("Please sign by Friday.")
  await firm.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(client.getByText("Please sign by Friday.")).toBeVisible()
  await expect(firm.getByText("Read by the client", { exact: true })).toBeVisible()

  await client.getByLabel("Comment", { exact: true }).fill("Where do I sign?")
  await client.getByRole("button", { name: "Send" }).click()
  await expect(firm.getByText("Where do I sign?")).toBeVisible()
  await expect(client.getByText("Read", { exact: true })).toBeVisible()
})

test("a task that isn't shown to the client does not exist for them", async ({ tokens, unique, visitor }) => {
  const owner = await tokens("owner")
  const who = buyer(unique("Mill"))
  const { projectId } = await sell(owner, who)
  await joinPortal(who)
  const { data: task } = await owner.post(`/projects/projects/${projectId}/tasks`, { title: "Check their VAT" })
  const client = await signIn(await visitor(phone), "portal", who.email, clientPassword)
  await client.waitForURL((url) => url.pathname !== "/sign-in")
  await client.goto(at("portal", `/projects/${projectId}`))
  await expect(client.getByText("No steps to follow yet")).toBeVisible()
  await client.goto(at("portal", `/tasks/${task.id}`))
  await expect(client.getByRole("heading", { name: "This page doesn’t exist" })).toBeVisible()
})

test("a card moves on the board by keyboard, and others see where it went", async ({ as, tokens, unique }) => {
  const owner = await tokens("owner")
  const { projectId } = await sell(owner, buyer(unique("Quay")))
  for (const title of ["Collect", "Draft"]) await owner.post(`/projects/projects/${projectId}/tasks`, { title })

  const [mine, theirs] = [await (await as("manager")).newPage(), await (await as("owner")).newPage()]
  for (const page of [mine, theirs]) await page.goto(at("acme", `/projects/${projectId}?tab=tasks&view=board`))
  const column = (page: typeof mine, name: string) => page.getByRole("region", { name, exact: true })
  const card = (page: typeof mine, name: string) => column(page, name).getByRole("link", { name: "Collect" })
  // The board listens once its script has arrived: until then a key does nothing, as for a person.
  await expect(async () => {
    if ((await card(mine, "To do").count()) > 0) {
      await card(mine, "To do").focus()
      await mine.keyboard.press("Alt+ArrowRight")
    }
    await expect(card(mine, "In progress")).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await expect(card(theirs, "In progress")).toBeVisible()
  await expect(column(theirs, "To do").getByRole("link", { name: "Draft" })).toBeVisible()
})

test("without a script a status is set by a form", async ({ as, tokens, unique }) => {
  const owner = await tokens("owner")
  const { projectId } = await sell(owner, buyer(unique("Bay")))
  const { data: task } = await owner.post(`/projects/projects/${projectId}/tasks`, { title: "Collect" })
  const page = await (await as("manager", { ...desk, javaScriptEnabled: false })).newPage()
  await page.goto(at("acme", `/tasks/${task.id}`))
  await page.getByLabel("Status").selectOption("Waiting")
  await page.getByRole("button", { name: "Set status" }).click()
  await expect(page.getByText("Something has to happen first.")).toBeVisible()

  await page.goto(at("acme", `/projects/${projectId}`))
  await page.getByRole("combobox", { name: "Status" }).first().selectOption("Active")
  await page.getByRole("button", { name: "Set status" }).first().click()
  await page.goto(at("acme", `/projects/${projectId}`))
  await expect(page.getByRole("banner").or(page.getByRole("main")).getByText("Active").first()).toBeVisible()
})
