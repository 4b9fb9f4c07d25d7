import { at, desk, expect, phone, signIn, test } from "./fixtures"
import { linkIn, mailAbout, mailWith } from "./mailbox"
import { clientPassword } from "./portal"
import { acceptInvitation, acceptProposal, addLead, confirm, payOnStripe, writeProposal } from "./steps"
import { buyer } from "./walk"

test("the walk's forms without JavaScript, on both sides", async ({ visitor, unique }) => {
  test.setTimeout(120_000)
  const who = buyer(unique("Plain Paper"))
  const firm = await signIn(await visitor({ ...desk, javaScriptEnabled: false }), "acme", "owner@acme.test")
  await expect(firm).not.toHaveURL(/sign-in/)
  const client = await (await visitor({ ...phone, javaScriptEnabled: false })).newPage()

  await addLead(firm, who)
  await writeProposal(firm, "Year end 2026")
  await expect(firm.getByText("$2,707.33").first()).toBeVisible()
  await confirm(firm, "Send proposal")
  await expect(firm.getByText(`Waiting for ${who.contactName}`)).toBeVisible()

  await client.goto(linkIn(await mailWith(who.email, /^\/proposals\//), /^\/proposals\//).href)
  await acceptProposal(client, who)
  await acceptInvitation(
    client,
    linkIn(await mailWith(who.email, /^\/invitations\//), /^\/invitations\//),
    who,
    clientPassword,
  )

  await firm.goto(at("acme", `/projects?q=${encodeURIComponent(who.companyName)}`))
  await firm.getByRole("link", { name: "Year end 2026" }).click()
  await expect(firm.getByRole("heading", { name: "Year end 2026", level: 1 })).toBeVisible()
  await firm.getByRole("link", { name: "Time", exact: true }).last().click()
  await firm.getByLabel("Hours").fill("1:30")
  await firm.getByLabel("What was done").fill("Read the ledger")
  await firm.getByRole("button", { name: "Add time" }).click()
  await expect(firm.getByRole("row").filter({ hasText: "Read the ledger" })).toContainText("1:30")
  await firm.getByRole("link", { name: "Overview" }).click()
  await firm.getByRole("link", { name: "Invoice 1.5 unbilled hours" }).click()
  await firm.getByRole("button", { name: "Create draft" }).click()
  await expect(firm.getByRole("heading", { name: "Draft invoice" })).toBeVisible()
  await confirm(firm, "Send invoice")
  const number = (await firm.getByRole("heading", { name: /^INV-/ }).textContent())!

  await client.goto(at("portal", "/messages"))
  await client.getByRole("textbox", { name: /^Write to/ }).fill("Paying now")
  await client.getByRole("button", { name: "Send" }).click()
  await expect(client.getByRole("main").getByText("Paying now").last()).toBeVisible()
  await client.goto(at("portal", "/invoices"))
  await client
    .getByRole("link", { name: new RegExp(number) })
    .first()
    .click()
  await client.getByRole("button", { name: /^Pay \$/ }).click()
  await payOnStripe(client, who)
  await expect(client.getByRole("heading", { name: number })).toBeVisible()
  await mailAbout(who.email, /^Receipt: /)
  await firm.reload()
  await expect(firm.getByText("Paid", { exact: true }).first()).toBeVisible()
})
