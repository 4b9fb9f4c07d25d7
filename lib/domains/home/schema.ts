import { z } from "zod"
import { samplesOut } from "@/lib/domains/samples/schema"
import { decimalOut, id, maybe, moment } from "@/lib/kernel/fields"

const inCurrency = z.object({ currency: z.string(), amount: decimalOut, count: z.int() })

/** What one may see of how the firm stands; null: not for the eyes of who asks. */
export const workspaceOverview = z
  .object({
    newLeads: maybe(z.int()),
    proposals: maybe(z.array(inCurrency)),
    activeProjects: maybe(z.int()),
    unreadMessages: maybe(z.int()),
    myTasks: maybe(
      z.object({
        open: z.int(),
        overdue: z.int(),
        next: z.array(
          z.object({ id, title: z.string(), dueOn: maybe(z.string()), project: z.string(), projectId: id }),
        ),
      }),
    ),
    unbilled: maybe(z.object({ everybody: z.boolean(), hours: decimalOut, amounts: z.array(inCurrency) })),
    receivables: maybe(z.array(inCurrency.extend({ overdueAmount: decimalOut, overdueCount: z.int() }))),
    collected: maybe(z.array(z.object({ currency: z.string(), month: z.string(), amount: decimalOut }))),
    activity: maybe(
      z.array(
        z.object({
          id,
          at: moment,
          name: z.string(),
          subjectId: id,
          fields: z.array(z.string()),
          actorName: z.string(),
          clientId: maybe(id),
          clientName: maybe(z.string()),
        }),
      ),
    ),
    /** What a new firm has done of its first steps, for those who can do them; samples don't count. */
    firstSteps: maybe(
      z.object({
        details: z.boolean(),
        prospect: z.boolean(),
        proposal: z.boolean(),
        sent: z.boolean(),
        payments: z.boolean(),
        /** The draft that waits to be sent, and whom to write one for. */
        draftId: maybe(id),
        prospectId: maybe(id),
      }),
    ),
    samples: maybe(samplesOut),
    today: z.string(),
    currency: z.string(),
  })
  .meta({ id: "Overview" })
export type WorkspaceOverview = z.output<typeof workspaceOverview>

/** What waits for a client, and how the work is going. */
export const portalOverview = z
  .object({
    proposals: z.array(
      z.object({
        id,
        number: z.string(),
        title: z.string(),
        total: decimalOut,
        currency: z.string(),
        validUntil: maybe(z.string()),
      }),
    ),
    invoices: z.array(
      z.object({
        id,
        number: z.string(),
        amountDue: decimalOut,
        currency: z.string(),
        dueOn: maybe(z.string()),
        overdue: z.boolean(),
      }),
    ),
    /** Whether an invoice can be paid by card here, by who asks. */
    canPay: z.boolean(),
    unreadMessages: z.int(),
    tasks: z.array(
      z.object({
        id,
        title: z.string(),
        projectId: id,
        project: z.string(),
        dueOn: maybe(z.string()),
        waiting: z.boolean(),
        unreadComments: z.int(),
      }),
    ),
    projects: z.array(
      z.object({ id, name: z.string(), status: z.string(), dueOn: maybe(z.string()), done: z.int(), tasks: z.int() }),
    ),
    today: z.string(),
  })
  .meta({ id: "OurOverview" })
export type PortalOverview = z.output<typeof portalOverview>

export const waitingOut = z.object({ proposals: z.int(), invoices: z.int(), messages: z.int() })
