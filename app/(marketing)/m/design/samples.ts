import type { Vocabulary } from "@/components/ui/badge"
import type { BoardColumn } from "@/components/ui/board-state"
import type { Column } from "@/components/ui/table-cell"
import type { Row } from "@/components/ui/table-rows"

/** Moments relative to now, so that the page looks the same every day. */
export const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
export const dayFromNow = (days: number) => ago(-24 * days).slice(0, 10)

export const invoiceStatus: Vocabulary = {
  draft: { label: "Draft", tone: "draft" },
  sent: { label: "Sent", tone: "accent" },
  viewed: { label: "Viewed", tone: "info" },
  part: { label: "Part paid", tone: "warning" },
  paid: { label: "Paid", tone: "positive" },
  overdue: { label: "Overdue", tone: "danger" },
  void: { label: "Void", tone: "neutral" },
}

export const invoiceColumns: Column[] = [
  { key: "client", label: "Client", sort: "client" },
  { key: "number", label: "Number", sort: "number", muted: true },
  { key: "status", label: "Status", kind: "status", vocabulary: invoiceStatus },
  { key: "owner", label: "Owner", kind: "person", phone: "hide" },
  { key: "due", label: "Due", kind: "due", sort: "due" },
  { key: "hours", label: "Hours", kind: "hours", phone: "hide" },
  { key: "total", label: "Total", kind: "money", sort: "total", phone: "end" },
]

const invoice = (
  id: string,
  client: [string, string],
  number: string,
  status: string,
  owner: string,
  due: number,
  hours: string,
  total: string,
): Row => [
  id,
  `?open=${id}`,
  client,
  number,
  status,
  owner,
  status === "paid" || status === "void" ? [dayFromNow(due), "done"] : dayFromNow(due),
  hours,
  [total, "EUR"],
]

export const invoices: Row[] = [
  invoice(
    "1",
    ["Northwind Traders", "Year-end audit 2026"],
    "INV-0042",
    "overdue",
    "Dana Ortiz",
    -12,
    "42.50",
    "8925.00",
  ),
  invoice("2", ["Globex", "Post-merger integration"], "INV-0041", "sent", "Lee Chen", 9, "118.25", "24832.50"),
  invoice("3", ["Initech", "Process review"], "INV-0040", "part", "Dana Ortiz", 4, "16.00", "3360.00"),
  invoice(
    "4",
    ["Aperture Research & Development", "Grant application"],
    "INV-0039",
    "viewed",
    "Sam Okafor",
    15,
    "31.75",
    "6667.50",
  ),
  invoice("5", ["Umbrella Hospitality", "Quarterly advisory"], "INV-0038", "paid", "Lee Chen", -30, "24.00", "5040.00"),
  invoice("6", ["Wayne Foundation", "Board workshop"], "INV-0037", "draft", "Sam Okafor", 30, "8.00", "1680.00"),
  invoice("7", ["Stark & Daughters", "Retainer, October"], "INV-0036", "void", "Dana Ortiz", -45, "20.00", "4200.00"),
]

export const prospects: BoardColumn[] = [
  {
    id: "qualified",
    label: "Qualified",
    cards: [
      {
        id: "p1",
        title: "Northwind: second warehouse",
        href: "?card=p1",
        amount: "42000.00",
        meta: ["Northwind Traders", "closes 12 Dec"],
        person: "Dana Ortiz",
      },
      {
        id: "p2",
        title: "Audit readiness",
        href: "?card=p2",
        amount: "12500.00",
        meta: ["Initech"],
        person: "Lee Chen",
      },
      {
        id: "p3",
        title: "Working-capital review",
        href: "?card=p3",
        amount: "8000.00",
        meta: ["Umbrella Hospitality"],
        person: "Sam Okafor",
      },
    ],
  },
  {
    id: "proposal",
    label: "Proposal sent",
    cards: [
      {
        id: "p4",
        title: "Post-merger integration, phase two",
        href: "?card=p4",
        amount: "96500.00",
        meta: ["Globex", "viewed twice"],
        person: "Lee Chen",
      },
    ],
  },
  { id: "negotiation", label: "Negotiation", cards: [] },
  {
    id: "won",
    label: "Won",
    cards: [
      {
        id: "p5",
        title: "Grant application",
        href: "?card=p5",
        amount: "18000.00",
        meta: ["Aperture Research"],
        person: "Sam Okafor",
      },
    ],
  },
]

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

export const revenue = {
  periods: months,
  series: [
    {
      label: "Invoiced",
      values: [31_200, 28_400, 39_900, 36_100, 42_700, 47_300, 44_800, 38_200, 51_600, 55_900, 61_200, null],
    },
    {
      label: "Paid",
      values: [27_900, 30_100, 33_000, 37_400, 38_800, 44_900, 46_100, 41_000, 43_300, 50_200, 54_700, null],
    },
  ],
  hrefs: months.map((month) => `?month=${month}`),
}

export const hoursByKind = {
  periods: ["38", "39", "40", "41", "42", "43"].map((week) => `W${week}`),
  series: [
    { label: "Billable", values: [142, 151, 138, 160, 164, 149] },
    { label: "Not billable", values: [31, 22, 40, 18, 25, 29], colour: 5 as const },
    { label: "Absence", values: [8, 0, 16, 8, 0, 24], colour: 3 as const },
  ],
}

export const profit = {
  periods: ["Q1", "Q2", "Q3", "Q4"],
  series: [
    { label: "Advisory", values: [12_400, 18_900, -4_200, 22_100] },
    { label: "Audit", values: [8_100, 7_600, 9_900, 12_300], colour: 2 as const },
  ],
}

export const topClients = [
  { label: "Globex", value: 124_300, href: "?client=globex" },
  { label: "Northwind Traders", value: 88_950, href: "?client=northwind" },
  { label: "Aperture Research & Development", value: 41_200 },
  { label: "Initech", value: 17_640 },
]
