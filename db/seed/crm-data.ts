export type DealLine = {
  description: string
  quantity: string
  unitPrice: string
  taxRate?: string
  optional?: boolean
}

export type Won = {
  company: string
  contact: string
  email: string
  phone: string
  source: string
  /** Days ago: the first word, the proposal, the yes. */
  met: number
  sent: number
  won: number
  by: "link" | "behalf"
  title: string
  intro: string
  lines: DealLine[]
}

/** What clients of the demo firm have agreed to. The first two have portals in use. */
export const won: Won[] = [
  {
    company: "Northwind Traders",
    contact: "Pat Morgan",
    email: "pat@northwind.test",
    phone: "+1 207 555 0142",
    source: "referral",
    met: 182,
    sent: 174,
    won: 171,
    by: "link",
    title: "Inventory and cash-flow review",
    intro:
      "You told us that stock grows faster than sales and that cash is tight every quarter end. We propose to find out why within eight weeks, and to leave you with a forecast that your own team can keep.",
    lines: [
      { description: "Analysis of stock, purchasing and payment terms", quantity: "40", unitPrice: "180.00" },
      { description: "Rolling thirteen-week cash forecast, built with your team", quantity: "24", unitPrice: "180.00" },
      { description: "Workshop with the management team, on site", quantity: "1", unitPrice: "2400.00" },
      { description: "Monthly check-in for half a year", quantity: "6", unitPrice: "450.00", optional: true },
    ],
  },
  {
    company: "Globex",
    contact: "Gil Berger",
    email: "gil@globex.test",
    phone: "+1 617 555 0188",
    source: "event",
    met: 150,
    sent: 141,
    won: 133,
    by: "link",
    title: "Finance systems selection",
    intro:
      "Three subsidiaries, three ledgers. We help you choose one finance system, on requirements that are written down and offers that can be compared.",
    lines: [
      { description: "Interviews and written requirements", quantity: "5", unitPrice: "1600.00" },
      { description: "Vendor short list, scripted demonstrations and scoring", quantity: "6", unitPrice: "1600.00" },
      { description: "Contract review with the chosen vendor", quantity: "2", unitPrice: "1600.00", optional: true },
    ],
  },
  {
    company: "Kestrel Robotics",
    contact: "Priya Raman",
    email: "priya.raman@kestrel.test",
    phone: "+1 603 555 0119",
    source: "website",
    met: 118,
    sent: 110,
    won: 104,
    by: "behalf",
    title: "Series B financial model",
    intro:
      "A model that investors can follow line by line, and a data room that answers their questions before they ask.",
    lines: [
      { description: "Operating model with three scenarios", quantity: "1", unitPrice: "12500.00" },
      { description: "Data room and investor questions", quantity: "30", unitPrice: "165.00" },
    ],
  },
  {
    company: "Harbor Lane Hotels",
    contact: "Denise Okoye",
    email: "denise@harborlane.test",
    phone: "+1 401 555 0173",
    source: "referral",
    met: 88,
    sent: 79,
    won: 72,
    by: "link",
    title: "Payroll and staffing review",
    intro:
      "Seven houses, one payroll. We look at rosters, overtime and tips, and say what a simpler set-up would save.",
    lines: [
      { description: "Review of rosters and overtime in seven houses", quantity: "7", unitPrice: "950.00" },
      { description: "Report with recommendations and savings", quantity: "1", unitPrice: "3200.00" },
    ],
  },
]

/** Work in progress: [company, contact, e-mail, stage, value, days ago, next step or reason]. */
export const pipeline: [
  string,
  string,
  string,
  "new" | "qualified" | "negotiation" | "lost",
  string,
  number,
  string,
][] = [
  [
    "Brightwater Clinic",
    "Dr. Lena Sorel",
    "lena.sorel@brightwater.test",
    "new",
    "8500",
    6,
    "Call about the billing backlog",
  ],
  ["Fennick Foods", "Tom Fennick", "tom@fennick.test", "new", "4200", 11, "Send two references"],
  ["Old Mill Brewing", "Ruth Calder", "ruth@oldmill.test", "qualified", "15600", 24, "Visit the brewery"],
  ["Cobalt Freight", "Ian Marsh", "ian.marsh@cobalt.test", "qualified", "22000", 31, "Get last year's accounts"],
  ["Lumen Energy Co-op", "Ada Pruitt", "ada@lumen.test", "negotiation", "38000", 47, "Board decides on Thursday"],
  ["Seaboard Marine", "Carl Ostrow", "carl@seaboard.test", "lost", "18500", 63, "Chose a firm in Boston"],
  ["Tidewater Schools", "Monica Bell", "mbell@tidewater.test", "lost", "9900", 95, "Budget was cut"],
]

/** Leads that nothing has come of yet: [company, contact, e-mail, source, status, days ago, message]. */
export const openLeads: [string, string, string, string, "new" | "contacted" | "qualified" | "lost", number, string][] =
  [
    [
      "Pinecrest Dental",
      "Omar Haddad",
      "omar@pinecrest.test",
      "website",
      "new",
      1,
      "We are opening a second practice and need a budget.",
    ],
    [
      "Granite State Tools",
      "Wendy Cho",
      "wendy@granitetools.test",
      "referral",
      "new",
      2,
      "Priya at Kestrel gave us your name.",
    ],
    ["Marlow & Finch", "Simon Marlow", "simon@marlowfinch.test", "event", "contacted", 5, ""],
    [
      "Blue Heron Press",
      "Elise Ward",
      "elise@blueheron.test",
      "website",
      "contacted",
      9,
      "Royalties are killing our month end.",
    ],
    [
      "Summit Trail Gear",
      "Jonas Pike",
      "jonas@summittrail.test",
      "newsletter",
      "qualified",
      14,
      "Looking for help with inventory.",
    ],
    ["Quarry Road Motors", "Al Dunne", "al@quarryroad.test", "phone", "lost", 40, ""],
  ]

/** What came in through the website's form: [company, contact, e-mail, message, campaign, days ago]. */
export const formLeads: [string, string, string, string, string, number][] = [
  [
    "Larkspur Gardens",
    "Nina Costa",
    "nina@larkspur.test",
    "Seasonal cash flow: could you have a look before spring?",
    "cash-flow-guide",
    0,
  ],
  [
    "Ridgeline Software",
    "Ben Adeyemi",
    "ben@ridgeline.test",
    "We need someone for our revenue recognition.",
    "saas-webinar",
    3,
  ],
  ["Copper Kettle Cafés", "Molly Grant", "molly@copperkettle.test", "", "", 8],
]
