import { describe, expect, it } from "vitest"
import { anInvoice, aProject, balances, outcomes } from "@/test/finance"
import { aFirm, eventsOf } from "@/test/given"
import { applyCredit, grantCredit, listCredit, readBalance } from "./operations"

describe("credit", () => {
  it("is given and taken back by entries that stay, and posted to the ledger", async () => {
    const { owner } = await aFirm()
    const { clientId } = await aProject(owner)
    await owner.does(grantCredit, { clientId, amount: "50", reason: "Goodwill" })
    await owner.does(grantCredit, { clientId, amount: "-20.00", reason: "Correction" })

    const { items } = await owner.does(listCredit, { clientId, sort: "createdAt" })
    expect(items).toMatchObject([
      { amount: "50.00", currency: "USD", reason: "Goodwill", clientName: "Harbour & Co" },
      { amount: "-20.00", reason: "Correction" },
    ])
    expect(await owner.does(readBalance, { clientId })).toEqual({ balances: [{ currency: "USD", balance: "30.00" }] })
    expect(await balances(owner)).toEqual({ "2300": "30.00", "4900": "-30.00" })
  })

  it("pays invoices up to what is held and owed, never twice", async () => {
    const { firm, owner } = await aFirm()
    const { id, clientId } = await anInvoice(owner, "100.00")
    await owner.does(grantCredit, { clientId, amount: "60.00", reason: "Goodwill" })
    const tries = Array.from({ length: 6 }, () => owner.does(applyCredit, { id, amount: "25.00" }))
    expect((await outcomes(tries)).sort()).toEqual([...Array(4).fill("conflict"), "done", "done"])

    expect(await owner.does(applyCredit, { id })).toMatchObject({ status: "part_paid", amountPaid: "60.00" })
    expect(await owner.does(readBalance, { clientId })).toEqual({ balances: [{ currency: "USD", balance: "0.00" }] })
    expect(await balances(owner)).toEqual({ "1100": "40.00", "2300": "0.00", "4000": "100.00", "4900": "-60.00" })
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "invoice.part_paid", subjectId: id })

    await owner.does(grantCredit, { clientId, amount: "100.00", reason: "Goodwill" })
    expect(await owner.does(applyCredit, { id, amount: "90.00" })).toMatchObject({
      status: "paid",
      amountPaid: "100.00",
    })
    expect(await owner.does(readBalance, { clientId })).toMatchObject({ balances: [{ balance: "60.00" }] })
  })

  it("is refused beyond the balance, for nothing, in a foreign firm, and to those who may not", async () => {
    const [{ owner, member }, theirs] = [await aFirm(), await aFirm()]
    const { id, clientId } = await anInvoice(owner)
    const viewer = await member("readonly")
    const credit = { clientId, amount: "10", reason: "Goodwill" }
    const tries = [
      owner.does(grantCredit, { ...credit, amount: "-0.01" }),
      owner.does(grantCredit, { ...credit, amount: "0.00" }),
      owner.does(applyCredit, { id }),
      theirs.owner.does(grantCredit, credit),
      theirs.owner.does(applyCredit, { id }),
      viewer.does(grantCredit, credit),
    ]
    expect(await outcomes(tries)).toEqual([
      "conflict",
      "validation_error",
      "conflict",
      "not_found",
      "not_found",
      "forbidden",
    ])
    expect((await owner.does(listCredit, {})).count).toBe(0)
  })
})
