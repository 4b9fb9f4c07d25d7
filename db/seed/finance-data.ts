/** How many days ago hours were billed, oldest first: numbers follow the dates. */
export const billingDays = [168, 140, 112, 84, 56, 28, 5]

export const extraAccounts = [
  { code: "6100", name: "Software and subscriptions", type: "expense" },
  { code: "6200", name: "Travel", type: "expense" },
  { code: "6300", name: "Subcontractors", type: "expense" },
] as const

const thanks =
  "Thank you for working with us.\nBank: First Harbor Bank, account 4410 2293, reference the invoice number."

/** Invoices that no hours stand behind. */
export const handWritten = {
  workshop: {
    notes: thanks,
    lines: [
      { description: "Planning workshop, two days on site", quantity: "2", unitPrice: "1450.00", taxRate: "8.25" },
      { description: "Workshop material", quantity: "12", unitPrice: "18.50", taxRate: "8.25" },
    ],
  },
  licences: {
    notes: thanks,
    lines: [
      { description: "Reporting licences, one year", quantity: "8", unitPrice: "240.00", taxRate: "8.25" },
      { description: "Volume discount", quantity: "1", unitPrice: "-150.00", taxRate: "8.25" },
    ],
  },
  retainer: {
    notes: thanks,
    lines: [{ description: "Advisory retainer, next quarter", quantity: "3", unitPrice: "2200.00", taxRate: "8.25" }],
  },
}
