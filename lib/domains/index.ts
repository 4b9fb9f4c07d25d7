import type { Operation } from "@/lib/kernel/operation"
import type { Reaction, Task } from "@/lib/kernel/reaction"
import * as identities from "./access/identities/operations"
import * as identitiesPublic from "./access/identities/public"
import * as access from "./access/operations"
import * as accessPublic from "./access/public"
import * as apiKeys from "./api-keys/operations"
import * as audit from "./audit/operations"
import * as clients from "./clients/operations"
import * as contacts from "./contacts/operations"
import * as contracts from "./contracts/operations"
import * as contractsPortal from "./contracts/portal"
import * as contractReactions from "./contracts/reactions"
import * as credit from "./credit/operations"
import * as engagements from "./engagements/operations"
import * as engagementsPortal from "./engagements/portal"
import * as firm from "./firm/operations"
import * as home from "./home/operations"
import * as homePortal from "./home/portal"
import * as invoiceDrafts from "./invoices/operations/drafts"
import * as invoiceIssuing from "./invoices/operations/issuing"
import * as invoiceReading from "./invoices/operations/reading"
import * as invoicesPortal from "./invoices/portal"
import * as invoiceReactions from "./invoices/reactions"
import * as invoicesFromTime from "./invoices/time/operations"
import * as jobs from "./jobs/operations"
import * as leadForms from "./leads/operations/forms"
import * as leads from "./leads/operations/leads"
import * as leadsPublic from "./leads/public"
import * as leadReactions from "./leads/reactions"
import * as ledger from "./ledger/operations"
import * as messages from "./messages/operations"
import * as messagesPortal from "./messages/portal"
import * as messagesSchedules from "./messages/schedules"
import * as notes from "./notes/operations"
import * as notifications from "./notifications/operations"
import * as notificationsPortal from "./notifications/portal"
import * as notificationReactions from "./notifications/reactions"
import * as paymentConnection from "./payments/connection/operations"
import * as paymentLinks from "./payments/links/operations"
import * as payments from "./payments/operations"
import * as paymentsPortal from "./payments/portal"
import * as paymentReactions from "./payments/reactions"
import * as refunds from "./payments/refunds/operations"
import * as paymentSchedules from "./payments/schedules"
import * as paymentWebhooks from "./payments/webhooks/operations"
import * as platform from "./platform/operations"
import * as portalUsers from "./portal-users/operations"
import * as portalUserReactions from "./portal-users/reactions"
import * as projects from "./projects/operations"
import * as projectsPortal from "./projects/portal"
import * as proposalDecisions from "./proposals/operations/deciding"
import * as proposals from "./proposals/operations/editing"
import * as proposalsPortal from "./proposals/portal"
import * as proposalsPublic from "./proposals/public"
import * as proposalReactions from "./proposals/reactions"
import * as prospects from "./prospects/operations"
import * as samples from "./samples/operations"
import * as search from "./search/operations"
import * as demoRequests from "./sign-up/operations"
import * as signUps from "./sign-up/public"
import * as statements from "./statements/operations"
import * as taskComments from "./tasks/operations/comments"
import * as taskMoving from "./tasks/operations/moving"
import * as projectTasks from "./tasks/operations/tasks"
import * as tasksPortal from "./tasks/portal"
import * as taskReactions from "./tasks/reactions"
import * as team from "./team/operations"
import * as teamReactions from "./team/reactions"
import * as timeApproval from "./time/operations/approval"
import * as time from "./time/operations/entries"

const operationModules = [
  demoRequests,
  signUps,
  credit,
  invoiceDrafts,
  invoiceIssuing,
  invoiceReading,
  invoicesFromTime,
  invoicesPortal,
  ledger,
  paymentConnection,
  paymentLinks,
  payments,
  paymentsPortal,
  paymentWebhooks,
  refunds,
  statements,
  access,
  accessPublic,
  identities,
  identitiesPublic,
  audit,
  clients,
  contacts,
  contracts,
  contractsPortal,
  engagements,
  engagementsPortal,
  leadForms,
  leads,
  leadsPublic,
  notes,
  portalUsers,
  projects,
  projectsPortal,
  proposalDecisions,
  proposals,
  proposalsPortal,
  proposalsPublic,
  prospects,
  taskComments,
  projectTasks,
  taskMoving,
  tasksPortal,
  timeApproval,
  time,
  messages,
  messagesPortal,
  notifications,
  notificationsPortal,
  team,
  firm,
  apiKeys,
  jobs,
  platform,
  search,
  samples,
  home,
  homePortal,
]
const reactionModules: Record<string, Reaction>[] = [
  contractReactions,
  invoiceReactions,
  leadReactions,
  notificationReactions,
  paymentReactions,
  portalUserReactions,
  proposalReactions,
  taskReactions,
  teamReactions,
]
const taskModules: Record<string, Task>[] = [messagesSchedules, paymentSchedules]

/** Everything the product can do. REST, OpenAPI, automations and the assistant read this list. */
export const operations: Operation[] = operationModules.flatMap(
  (module) => Object.values(module) as unknown as Operation[],
)

/** Everything that follows when something happened, and the work that is put off; the worker reads these. */
export const reactions: Reaction[] = reactionModules.flatMap((module) => Object.values(module))
export const tasks: Task[] = taskModules.flatMap((module) => Object.values(module))
