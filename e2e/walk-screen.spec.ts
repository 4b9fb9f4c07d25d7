import { at, expect, phone, test } from "./fixtures"
import { linkIn, mailAbout, mailWith } from "./mailbox"
import { clientPassword } from "./portal"
import { acceptInvitation, acceptProposal, addLead, confirm, payOnStripe, writeProposal } from "./steps"
import { buyer } from "./walk"

test("the walk on screen: a firm at its desk and its client on a phone, each seeing the other without reloading", async ({
  as,
  visitor,
  unique,
}) => {
  test.setTimeout(120_000)
  const who = buyer(unique("Harbour Mill"))
  const firm = await (await as("owner")).newPage()
  const client = await (await visitor(phone)).newPage()
  // Whoever reloads loses this: what changes below, changed by itself.
  const mark = (page: typeof firm) => page.evaluate(() => document.body.setAttribute("data-kept", ""))
  let number = ""
  const expectKept = (page: typeof firm) => expect(page.locator("body")).toHaveAttribute("data-kept", "")

  await test.step("lead, prospect, proposal", async () => {
    await addLead(firm, who)
    await writeProposal(firm, "Year end 2026")
    await confirm(firm, "Send proposal")
    await expect(firm.getByText(`Waiting for ${who.contactName}`)).toBeVisible()
    await mark(firm)
  })

  await test.step("the client opens the mailed link and accepts; the firm sees it happen", async () => {
    const mail = await mailWith(who.email, /^\/proposals\//)
    expect(mail.attachments).toMatchObject([{ contentType: "application/pdf" }])
    await client.goto(linkIn(mail, /^\/proposals\//).href)
    await expect(client.getByText("$2,707.33").first()).toBeVisible()
    await acceptProposal(client, who)
    await expect(firm.getByRole("link", { name: "Open the project" })).toBeVisible()
    await expectKept(firm)
  })

  await test.step("the client joins the portal by the invitation", async () => {
    const mail = await mailWith(who.email, /^\/invitations\//)
    await acceptInvitation(client, linkIn(mail, /^\/invitations\//), who, clientPassword)
    await expect(client.getByText("Year end 2026").first()).toBeVisible()
  })

  await test.step("a task, with comments both ways", async () => {
    await firm.getByRole("link", { name: "Open the project" }).click()
    await expect(firm.getByRole("heading", { name: "Year end 2026", level: 1 })).toBeVisible()
    await firm.getByRole("link", { name: "Tasks", exact: true }).last().click()
    await firm.getByLabel("New task").fill("Sign the return")
    await firm.getByLabel("Show to the client").check()
    await firm.getByRole("button", { name: "Add task" }).click()
    await firm.getByRole("link", { name: "Sign the return" }).click()

    await client
      .getByRole("link", { name: /Projects/ })
      .first()
      .click()
    await client.getByRole("link", { name: "Year end 2026" }).first().click()
    await client.getByRole("link", { name: "Sign the return" }).click()
    await expect(client.getByRole("heading", { name: "Sign the return", level: 1 })).toBeVisible()
    await mark(client)
    await firm.getByLabel("Comment", { exact: true }).fill("Please sign by Friday.")
    await firm.getByRole("button", { name: "Comment", exact: true }).click()
    await expect(client.getByText("Please sign by Friday.")).toBeVisible()
    await client.getByLabel("Comment", { exact: true }).fill("Where do I sign?")
    await client.getByRole("button", { name: "Send" }).click()
    await expect(firm.getByText("Where do I sign?")).toBeVisible()
    await expectKept(client)
  })

  await test.step("the day's chat, both ways", async () => {
    await firm.goto(at("acme", `/messages?q=${encodeURIComponent(who.companyName)}`))
    await firm.getByRole("link", { name: who.companyName }).click()
    await client.goto(at("portal", "/messages"))
    await mark(client)
    await mark(firm)
    await client.getByRole("textbox", { name: /^Write to/ }).fill("Good morning")
    await client.getByRole("button", { name: "Send" }).click()
    await expect(firm.getByRole("main").getByText("Good morning").last()).toBeVisible()
    await firm.getByRole("textbox", { name: /^Write to/ }).fill("And to you")
    await firm.getByRole("textbox", { name: /^Write to/ }).press("Enter")
    await expect(client.getByRole("main").getByText("And to you")).toBeVisible()
    await expectKept(client)
    await expectKept(firm)
  })

  await test.step("hours become an invoice, which goes out by mail and appears in the portal", async () => {
    await firm.goto(at("acme", `/projects?q=${encodeURIComponent(who.companyName)}`))
    await firm.getByRole("link", { name: "Year end 2026" }).click()
    await expect(firm.getByRole("heading", { name: "Year end 2026", level: 1 })).toBeVisible()
    await firm.getByRole("link", { name: "Time", exact: true }).last().click()
    await firm.getByLabel("Hours").fill("2:30")
    await firm.getByLabel("What was done").fill("Interviewed the board")
    await firm.getByRole("button", { name: "Add time" }).click()
    await expect(firm.getByRole("row").filter({ hasText: "Interviewed the board" })).toContainText("2:30")
    await firm.getByRole("link", { name: "Overview" }).click()
    await firm.getByRole("link", { name: "Invoice 2.5 unbilled hours" }).click()
    await firm.getByLabel("Tax rate").fill("8.25")
    await firm.getByRole("button", { name: "Create draft" }).click()
    await expect(firm.getByRole("heading", { name: "Draft invoice" })).toBeVisible()

    await client.goto(at("portal", "/invoices"))
    await mark(client)
    await confirm(firm, "Send invoice")
    await expect(firm.getByRole("heading", { name: /^INV-/ })).toBeVisible()
    number = (await firm.getByRole("heading", { name: /^INV-/ }).textContent()) ?? ""
    const mail = await mailAbout(who.email, new RegExp(`^Invoice ${number}`))
    expect(mail.attachments).toMatchObject([{ filename: `${number}.pdf`, contentType: "application/pdf" }])
    await expect(client.getByText(number).first()).toBeVisible()
    await expectKept(client)
  })

  await test.step("the client pays on Stripe's page, and both sides see the invoice turn paid", async () => {
    await mark(firm)
    await client
      .getByRole("link", { name: new RegExp(number) })
      .first()
      .click()
    const other = await client.context().newPage()
    await other.goto(client.url())
    await mark(other)
    await client.getByRole("button", { name: /^Pay \$/ }).click()
    await payOnStripe(client, who)
    await expect(client.getByText("Thank you, your payment has arrived")).toBeVisible()
    await expect(firm.getByText("Paid", { exact: true }).first()).toBeVisible()
    await other.bringToFront()
    await expect(other.getByRole("button", { name: /^Pay/ })).toHaveCount(0)
    await expectKept(other)
    await expectKept(firm)
    const receipt = await mailAbout(who.email, /^Receipt: /)
    expect(receipt.text).toContain(number)
  })

  await test.step("the invoice's history tells who did what", async () => {
    await firm.getByRole("link", { name: "History", exact: true }).click()
    for (const what of ["drafted the invoice", "sent the invoice", "the invoice is paid"])
      await expect(firm.getByRole("main").getByText(what).first()).toBeVisible()
  })
})
