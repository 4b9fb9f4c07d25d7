import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import {
  currentClient,
  currentSubject,
  gateReads,
  moment,
  money,
  portalAdds,
  portalChanges,
  portalReads,
  rate,
  staffOnly,
  table,
  tenantKey,
  tracked,
} from "./columns"
import { firms, members } from "./firms"

/** A form strangers fill in; its slug is part of a public address. */
export const leadForms = table(
  "lead_forms",
  {
    ...tenantKey(),
    slug: text().notNull(),
    title: text().notNull(),
    intro: text().notNull().default(""),
    /** What the visitor may agree to by ticking a box; empty: nothing is asked. */
    consentText: text().notNull().default(""),
    active: boolean().notNull().default(true),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "lead_forms_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "lead_forms_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    unique("lead_forms_slug_key").on(t.firmId, t.slug),
    ...staffOnly(),
    gateReads(),
    portalReads(sql`${t.id} = ${currentSubject}`),
  ],
)

export const leads = table(
  "leads",
  {
    ...tenantKey(),
    companyName: text().notNull(),
    contactName: text().notNull(),
    email: text().notNull(),
    phone: text().notNull().default(""),
    message: text().notNull().default(""),
    source: text().notNull().default("manual"),
    status: text({ enum: ["new", "contacted", "qualified", "converted", "lost"] })
      .notNull()
      .default("new"),
    ownerId: uuid(),
    formId: uuid(),
    utm: jsonb().$type<Record<string, string>>().notNull().default({}),
    consentText: text(),
    convertedAt: moment(),
    lostReason: text(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "leads_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "leads_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    foreignKey({
      name: "leads_owner_fkey",
      columns: [t.firmId, t.ownerId],
      foreignColumns: [members.firmId, members.id],
    }),
    foreignKey({
      name: "leads_form_fkey",
      columns: [t.firmId, t.formId],
      foreignColumns: [leadForms.firmId, leadForms.id],
    }),
    index("leads_status_idx").on(t.firmId, t.status, t.id),
    index("leads_company_idx").on(t.firmId, t.companyName, t.id),
    index("leads_email_idx").on(t.firmId, t.email),
    check("leads_status", sql`${t.status} in ('new', 'contacted', 'qualified', 'converted', 'lost')`),
    ...staffOnly(),
    portalAdds(sql`form_id = ${currentSubject} and owner_id is null and status = 'new'`),
  ],
)

export const prospects = table(
  "prospects",
  {
    ...tenantKey(),
    leadId: uuid(),
    companyName: text().notNull(),
    contactName: text().notNull(),
    email: text().notNull(),
    phone: text().notNull().default(""),
    stage: text({ enum: ["new", "qualified", "proposal", "negotiation", "won", "lost"] })
      .notNull()
      .default("new"),
    estimatedValue: money(),
    currency: text().notNull(),
    probability: integer().notNull().default(10),
    expectedCloseOn: date(),
    nextStep: text().notNull().default(""),
    ownerId: uuid(),
    lostReason: text(),
    clientId: uuid(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "prospects_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "prospects_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    foreignKey({
      name: "prospects_lead_fkey",
      columns: [t.firmId, t.leadId],
      foreignColumns: [leads.firmId, leads.id],
    }),
    foreignKey({
      name: "prospects_owner_fkey",
      columns: [t.firmId, t.ownerId],
      foreignColumns: [members.firmId, members.id],
    }),
    unique("prospects_lead_key").on(t.firmId, t.leadId),
    index("prospects_stage_idx").on(t.firmId, t.stage, t.id),
    index("prospects_company_idx").on(t.firmId, t.companyName, t.id),
    index("prospects_close_idx").on(t.firmId, sql`coalesce(expected_close_on, '9999-12-31'::date)`, t.id),
    index("prospects_value_idx").on(t.firmId, sql`coalesce(estimated_value, 0)`, t.id),
    check("prospects_stage", sql`${t.stage} in ('new', 'qualified', 'proposal', 'negotiation', 'won', 'lost')`),
    check("prospects_probability", sql`${t.probability} between 0 and 100`),
    ...staffOnly(),
  ],
)

export const proposals = table(
  "proposals",
  {
    ...tenantKey(),
    number: text().notNull(),
    prospectId: uuid().notNull(),
    clientId: uuid(),
    title: text().notNull(),
    intro: text().notNull().default(""),
    terms: text().notNull().default(""),
    currency: text().notNull(),
    status: text({ enum: ["draft", "sent", "accepted", "declined", "expired"] })
      .notNull()
      .default("draft"),
    recipientName: text().notNull(),
    recipientEmail: text().notNull(),
    companyName: text().notNull(),
    validUntil: date(),
    subtotal: money().notNull().default("0"),
    taxTotal: money().notNull().default("0"),
    total: money().notNull().default("0"),
    /** Raised to kill the public link that is out; the link's secret is derived from it. */
    linkVersion: integer().notNull().default(0),
    linkRevokedAt: moment(),
    sentAt: moment(),
    viewedAt: moment(),
    decidedAt: moment(),
    declineReason: text(),
    contractId: uuid(),
    projectId: uuid(),
    engagementId: uuid(),
    portalUserId: uuid(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "proposals_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "proposals_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    foreignKey({
      name: "proposals_prospect_fkey",
      columns: [t.firmId, t.prospectId],
      foreignColumns: [prospects.firmId, prospects.id],
    }),
    unique("proposals_number_key").on(t.firmId, t.number),
    index("proposals_status_idx").on(t.firmId, t.status, t.id),
    index("proposals_prospect_idx").on(t.firmId, t.prospectId),
    index("proposals_client_idx").on(t.firmId, t.clientId),
    index("proposals_title_idx").on(t.firmId, t.title, t.id),
    index("proposals_total_idx").on(t.firmId, t.total, t.id),
    check("proposals_status", sql`${t.status} in ('draft', 'sent', 'accepted', 'declined', 'expired')`),
    ...staffOnly(),
    portalReads(sql`(${t.clientId} = ${currentClient} or ${t.id} = ${currentSubject}) and ${t.status} <> 'draft'`),
    portalChanges(
      sql`(${t.clientId} = ${currentClient} or ${t.id} = ${currentSubject}) and ${t.status} = 'sent'`,
      sql`(${t.clientId} = ${currentClient} or ${t.id} = ${currentSubject}) and ${t.status} in ('sent', 'accepted', 'declined')`,
    ),
  ],
)

export const proposalLines = table(
  "proposal_lines",
  {
    ...tenantKey(),
    proposalId: uuid().notNull(),
    position: integer().notNull(),
    description: text().notNull(),
    quantity: rate().notNull(),
    unitPrice: rate().notNull(),
    taxRate: rate().notNull().default("0"),
    optional: boolean().notNull().default(false),
    selected: boolean().notNull().default(true),
    amount: money().notNull(),
    tax: money().notNull(),
  },
  (t) => [
    primaryKey({ name: "proposal_lines_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "proposal_lines_proposal_fkey",
      columns: [t.firmId, t.proposalId],
      foreignColumns: [proposals.firmId, proposals.id],
    }).onDelete("cascade"),
    unique("proposal_lines_position_key").on(t.firmId, t.proposalId, t.position),
    ...staffOnly(),
    portalReads(
      sql`exists (select 1 from proposals p where p.firm_id = proposal_lines.firm_id and p.id = proposal_lines.proposal_id)`,
    ),
  ],
)

/** Who accepted a proposal, how, and what exactly: the evidence. One for each proposal. */
export const acceptances = table(
  "acceptances",
  {
    ...tenantKey(),
    proposalId: uuid().notNull(),
    signerName: text().notNull(),
    signerEmail: text().notNull(),
    /** Entered by a member of the firm for the client: never the client's own signature. */
    onBehalf: boolean().notNull(),
    enteredBy: uuid(),
    ip: text(),
    userAgent: text(),
    documentHash: text().notNull(),
    /** The optional lines that were taken; the firm's side puts them into the totals. */
    selectedLineIds: uuid().array().notNull().default([]),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ name: "acceptances_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "acceptances_proposal_fkey",
      columns: [t.firmId, t.proposalId],
      foreignColumns: [proposals.firmId, proposals.id],
    }),
    unique("acceptances_proposal_key").on(t.firmId, t.proposalId),
    ...staffOnly(),
    portalAdds(
      sql`not on_behalf and entered_by is null and exists (select 1 from proposals p where p.firm_id = acceptances.firm_id and p.id = acceptances.proposal_id)`,
    ),
    portalReads(
      sql`exists (select 1 from proposals p where p.firm_id = acceptances.firm_id and p.id = acceptances.proposal_id)`,
    ),
  ],
)
