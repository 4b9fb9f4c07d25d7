import type { Page } from "@playwright/test"
import { Api } from "./api"
import { desk, expect, phone, signIn, test } from "./fixtures"
import { clientPassword, joinPortal } from "./portal"
import { hosts } from "./surroundings"
import { member, memberPassword } from "./team"
import { buyer, offer, sell } from "./walk"

const bell = (page: Page) => page.getByRole("button", { name: /^(Notifications|\d+ unread notifications?)$/ })
const notices = (page: Page) => page.getByRole("region", { name: "Notifications" })

/** A client's yes, by the link in their mail, to a proposal that somebody looks after. */
async function accepted(firm: Api, ownerId: string, company: string) {
  const who = buyer(company)
  const { prospect, proposal, publicUrl } = await offer(firm, who)
  await firm.patch(`/crm/prospects/${prospect.id}`, { ownerId }, { expect: 200 })
  const token = publicUrl.pathname.split("/").at(-1)
  const signed = { signerName: who.contactName, signerEmail: who.email, agreed: true }
  return () =>
    new Api(hosts.portal).post(`/public/proposals/${token}/accept`, signed, { expect: 200 }).then(() => proposal)
}

test("the client's yes rings at once for who looks after it, leads to the proposal, and has then been read", async ({
  tokens,
  unique,
  visitor,
}) => {
  const firm = await tokens("owner")
  const mona = await member(firm)
  const company = unique("Wharf")
  const accept = await accepted(firm, mona.id, company)
  const page = await signIn(await visitor(), "acme", mona.email, memberPassword)
  await page.waitForURL((url) => url.pathname !== "/sign-in")
  await expect(bell(page)).toHaveAccessibleName("Notifications")

  const { id } = await accept()
  await expect(bell(page)).toHaveAccessibleName("1 unread notification")
  await bell(page).click()
  await notices(page)
    .getByRole("link", { name: `${company} accepted “Advice for ${company}”` })
    .click()
  await page.waitForURL((url) => url.pathname === `/proposals/${id}`)
  await expect(page.getByRole("heading", { level: 1, name: `Advice for ${company}` })).toBeVisible()
  await expect(bell(page)).toHaveAccessibleName("Notifications")
})

test("without a script the bell leads to a page that filters and marks as read", async ({
  tokens,
  unique,
  visitor,
}) => {
  const firm = await tokens("owner")
  const mona = await member(firm)
  const [first, second] = [unique("Basin"), unique("Lock")]
  const [mine, others] = [await Api.signIn("acme", mona.email, memberPassword), await tokens("staff")]
  const [live, elsewhere] = [await mine.live(), await others.live()]
  for (const company of [first, second]) await (await accepted(firm, mona.id, company))()
  // Told of by name to her alone: a colleague's page has nothing to draw anew.
  await live.until(async () => (await mine.get<{ count: number }>("/notifications/unread")).data.count === 2)
  await elsewhere.until(async () => elsewhere.events.filter(({ name }) => name === "proposal.converted").length === 2)
  expect(live.events).toContainEqual({ name: "notification.changed", subjectId: mona.id })
  expect(elsewhere.events.map(({ subjectId }) => subjectId)).not.toContain(mona.id)
  for (const stream of [live, elsewhere]) stream.close()

  const page = await signIn(await visitor({ ...desk, javaScriptEnabled: false }), "acme", mona.email, memberPassword)
  await page.waitForURL((url) => url.pathname !== "/sign-in")
  await expect(bell(page)).toHaveAccessibleName("2 unread notifications")
  await bell(page).click()
  await notices(page).getByRole("link", { name: "See all notifications" }).click()

  const rows = page.getByRole("main").getByRole("listitem")
  await expect(rows).toHaveText([new RegExp(`${second} accepted`), new RegExp(`${first} accepted`)])
  await page.getByRole("button", { name: `Mark read ${second} accepted` }).click()
  await page.getByRole("navigation", { name: "Which notifications" }).getByRole("link", { name: "Unread" }).click()
  await expect(rows).toHaveText([new RegExp(`${first} accepted`)])
  await expect(bell(page)).toHaveAccessibleName("1 unread notification")
  await page.getByRole("button", { name: "Mark all read" }).click()
  await expect(page.getByRole("heading", { name: "You have read everything" })).toBeVisible()
  await page.getByRole("link", { name: "Show all notifications" }).click()
  await expect(rows).toHaveCount(2)
})

test("the firm's comment rings in the client's portal on a phone, and leads to the task", async ({
  tokens,
  unique,
  visitor,
}) => {
  const firm = await tokens("owner")
  const who = buyer(unique("Pier"))
  const { projectId } = await sell(firm, who)
  await joinPortal(who)
  const shown = { title: "Sign the return", clientVisible: true }
  const { data: task } = await firm.post<{ id: string }>(`/projects/projects/${projectId}/tasks`, shown, {
    expect: 201,
  })
  const page = await signIn(await visitor(phone), "portal", who.email, clientPassword)
  await page.waitForURL((url) => url.pathname !== "/sign-in")
  await expect(bell(page)).toHaveAccessibleName("Notifications")

  await firm.post(`/projects/tasks/${task.id}/comments`, { body: "Please sign by Friday." }, { expect: 201 })
  await expect(bell(page)).toHaveAccessibleName("1 unread notification")
  await bell(page).click()
  await notices(page)
    .getByRole("link", { name: /commented on “Sign the return”/ })
    .click()
  await page.waitForURL((url) => url.pathname === `/tasks/${task.id}`)
  await expect(page.getByText("Please sign by Friday.")).toBeVisible()
  await expect(bell(page)).toHaveAccessibleName("Notifications")
})
