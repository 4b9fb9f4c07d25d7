import type { Stage } from "@/lib/domains/prospects/schema"

// Names and words are in messages/en/samples.json, by these keys. The addresses lead nowhere (RFC 2606).

export const sampleLeads = [
  { key: "juniper", email: "nora@juniper-dental.example", source: "website", status: "new" },
  { key: "quayside", email: "idris@quayside-hotels.example", source: "referral", status: "contacted" },
  { key: "tern", email: "petra@tern-logistics.example", source: "event", status: "qualified" },
] as const

export const sampleProspects = [
  {
    key: "marlow",
    email: "ada@marlow-architects.example",
    stage: "qualified" satisfies Stage,
    value: "5100",
    closesIn: 21,
  },
  {
    key: "copperfield",
    email: "theo@copperfield-books.example",
    stage: "negotiation" satisfies Stage,
    value: "8400",
    closesIn: 9,
  },
] as const

/** The draft is for the first prospect. */
export const sampleLines = [
  { key: "review", quantity: "1", unitPrice: "1500", optional: false },
  { key: "monthly", quantity: "12", unitPrice: "300", optional: false },
  { key: "workshop", quantity: "1", unitPrice: "650", optional: true },
] as const

export const sampleClients = [
  {
    key: "harbor",
    email: "hello@harbor-lane.example",
    contacts: [
      { key: "mira", email: "mira@harbor-lane.example" },
      { key: "jonas", email: "jonas@harbor-lane.example" },
    ],
  },
  {
    key: "sorrel",
    email: "office@sorrel-finch.example",
    contacts: [{ key: "elif", email: "elif@sorrel-finch.example" }],
  },
] as const

/** Of the first client's project; due in so many days from today. */
export const sampleTasks = [
  { key: "collect", status: "done", dueIn: -6 },
  { key: "reconcile", status: "in_progress", dueIn: 2 },
  { key: "questions", status: "waiting", dueIn: 5 },
  { key: "report", status: "todo", dueIn: 12 },
] as const

/** Worked so many days ago on the task of that key. */
export const sampleHours = [
  { key: "sorting", task: "collect", daysAgo: 8, hours: "2.5", billable: true },
  { key: "call", task: "collect", daysAgo: 6, hours: "0.75", billable: false },
  { key: "bank", task: "reconcile", daysAgo: 3, hours: "3.25", billable: true },
  { key: "cards", task: "reconcile", daysAgo: 1, hours: "1.5", billable: true },
] as const

/** Where firm and person have none. */
export const sampleRate = "120"

/** Removed before what they belong to; contacts and notes go and stay with their client. */
export const removalOrder = ["timeEntry", "task", "project", "proposal", "prospect", "lead", "client"] as const
