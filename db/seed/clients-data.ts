export type ClientStory = {
  address: string
  taxId: string
  contacts: [name: string, jobTitle: string, email: string, phone: string][]
  /** Days ago, what, and whether it stays at the top. */
  notes: [daysAgo: number, body: string, pinned?: boolean][]
  /** Days ago, and what changed in words that the client reads. */
  revisions: [daysAgo: number, summary: string, status?: "active" | "paused" | "ended"][]
}

/** What is known of each client beside the work, by name. */
export const clientStories: Record<string, ClientStory> = {
  "Northwind Traders": {
    address: "210 Commercial Street\nPortland, ME 04101\nUnited States",
    taxId: "01-4820931",
    contacts: [
      ["Lena Fox", "Head of purchasing", "lena.fox@northwind.test", "+1 207 555 0143"],
      ["Marcus Bell", "Accounts payable", "marcus.bell@northwind.test", "+1 207 555 0149"],
    ],
    notes: [
      [160, "Pat decides, but nothing passes without Lena in purchasing. Invite both.", true],
      [96, "Their quarter ends on the last Friday of the month, not on the last day."],
      [21, "Pat mentioned that they look at a warehouse in Bangor. Could become a second project in spring."],
    ],
    revisions: [
      [120, "The forecast covers the Bangor branch as well. Four more hours, within the budget."],
      [38, "The monthly check-in moves from the first Monday to the second Tuesday."],
    ],
  },
  Globex: {
    address: "77 Summer Street, Floor 9\nBoston, MA 02110\nUnited States",
    taxId: "04-7719203",
    contacts: [
      ["Hannah Roth", "Group controller", "hannah.roth@globex.test", "+1 617 555 0190"],
      ["Desmond Clay", "IT director", "desmond.clay@globex.test", "+1 617 555 0191"],
    ],
    notes: [
      [128, "Three subsidiaries, three opinions. Gil has the last word since the March board meeting.", true],
      [47, "Vendor B offered Gil a discount behind our back. We stay out of the price talks until he asks us."],
    ],
    revisions: [[60, "Two vendors instead of four are invited to demonstrate, so that each gets a full day."]],
  },
  "Kestrel Robotics": {
    address: "5 Depot Road\nNashua, NH 03060\nUnited States",
    taxId: "02-5530187",
    contacts: [["Owen Trask", "Chief operating officer", "owen.trask@kestrel.test", "+1 603 555 0121"]],
    notes: [[80, "Closing was planned for the end of the quarter; the lead investor asked for four more weeks."]],
    revisions: [[34, "Work pauses until the investor has confirmed the new date.", "paused"]],
  },
  "Harbor Lane Hotels": {
    address: "12 America's Cup Avenue\nNewport, RI 02840\nUnited States",
    taxId: "05-6610422",
    contacts: [["Luis Moreno", "Payroll lead", "luis.moreno@harborlane.test", "+1 401 555 0175"]],
    notes: [[52, "Night audit staff are paid from two cost centres. Check this in every house."]],
    revisions: [],
  },
  "Elbe Werft": {
    address: "Werftstraße 4\n20457 Hamburg\nGermany",
    taxId: "DE 118 220 913",
    contacts: [["Maren Thode", "Leitung Einkauf", "maren.thode@elbewerft.test", "+49 40 555 0133"]],
    notes: [[60, "Jonas prefers the phone, early in the morning.", true]],
    revisions: [[30, "The second yard starts four weeks later than planned."]],
  },
}
