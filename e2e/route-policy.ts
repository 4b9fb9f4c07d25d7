import type { HostName, Role } from "./surroundings"

export type Actor = "anonymous" | "newcomer" | Exclude<Role, "admin" | "manager" | "staff">
type Surface = Extract<HostName, "acme" | "portal" | "root" | "auth">

/** Who gets a page, and whose rows the ids in its address name: the last one's client belongs to the first. */
export type Rule = {
  on: Surface
  to: readonly Actor[]
  of?: string[]
  where?: string
  /** The rows are one person's: their own leads on to what it is about, a colleague's does not exist. */
  personal?: true
}
/** Pages and handlers that know no session: they answer everybody alike, and nonsense with this status. */
export type Open = { on: Surface | "any"; answers: number; method?: "POST" }

export const actors = [
  "anonymous",
  "owner",
  "newcomer",
  "viewer",
  "pat",
  "gil",
  "birch",
  "operator",
] as const satisfies Actor[]

const everyone = ["owner", "viewer", "newcomer"] as const
const read = ["owner", "viewer"] as const
const write = ["owner"] as const
const firm = (to: readonly Actor[], ...of: string[]): Rule => ({ on: "acme", to, of })
const client = (...of: string[]): Rule => ({ on: "portal", to: ["pat", "gil"], of })
const console = (...of: string[]): Rule => ({ on: "root", to: ["operator"], of })
const open = (on: Open["on"], answers = 200, method?: "POST"): Open => ({ on, answers, method })
/** What no page has is not found, for those who are signed in; others are sent to sign in. */
const nowhere = (on: Surface): Rule => ({ on, to: [] })

/** Every route of the build. One that is not here fails the tests: say who may have it. */
export const routePolicy: Record<string, Rule | Open> = {
  "/w": firm(everyone),
  "/w/[...rest]": nowhere("acme"),
  "/w/audit": firm(write),
  "/w/clients": firm(read),
  "/w/clients/new": firm(write),
  "/w/clients/[id]": firm(read, "clients"),
  "/w/clients/[id]/edit": firm(write, "clients"),
  "/w/clients/[id]/contacts/new": firm(write, "clients"),
  "/w/clients/[id]/contacts/[contactId]": firm(write, "clients", "contacts"),
  "/w/clients/[id]/engagements/new": firm(write, "clients"),
  "/w/clients/[id]/engagements/[engagementId]": firm(read, "clients", "engagements"),
  "/w/clients/[id]/notes/[noteId]": firm(write, "clients", "notes"),
  "/w/contracts": firm(read),
  "/w/contracts/[id]": firm(read, "contracts"),
  "/w/forms": firm(read),
  "/w/forms/new": firm(write),
  "/w/forms/[id]": firm(read, "lead_forms"),
  "/w/forms/[id]/edit": firm(write, "lead_forms"),
  "/w/invoices": firm(read),
  "/w/invoices/new": firm(write),
  "/w/invoices/new/by-hand": firm(write),
  "/w/invoices/[id]": firm(read, "invoices"),
  "/w/invoices/[id]/edit": { ...firm(write, "invoices"), where: "status = 'draft'" },
  "/w/invoices/[id]/credit": firm(write, "invoices"),
  "/w/invoices/[id]/payment": firm(write, "invoices"),
  "/w/leads": firm(read),
  "/w/leads/new": firm(write),
  "/w/leads/[id]": firm(read, "leads"),
  "/w/leads/[id]/edit": firm(write, "leads"),
  "/w/ledger": firm(read),
  "/w/ledger/accounts": firm(read),
  "/w/ledger/accounts/new": firm(write),
  "/w/ledger/balance-sheet": firm(read),
  "/w/ledger/profit-and-loss": firm(read),
  "/w/ledger/receivables-ageing": firm(read),
  "/w/ledger/trial-balance": firm(read),
  "/w/messages": firm(read),
  "/w/notifications": firm(everyone),
  "/w/notifications/[id]": { ...firm(write, "notifications"), personal: true },
  "/w/payments": firm(read),
  "/w/payments/[id]": firm(read, "payments"),
  "/w/payments/[id]/refund": firm(write, "payments"),
  "/w/payments/credit": firm(read),
  "/w/payments/credit/new": firm(write),
  "/w/projects": firm(read),
  "/w/projects/new": firm(write),
  "/w/projects/[id]": firm(read, "projects"),
  "/w/projects/[id]/edit": firm(write, "projects"),
  "/w/proposals": firm(read),
  "/w/proposals/new": firm(write),
  "/w/proposals/[id]": firm(read, "proposals"),
  "/w/proposals/[id]/edit": { ...firm(write, "proposals"), where: "status = 'draft'" },
  "/w/prospects": firm(read),
  "/w/prospects/new": firm(write),
  "/w/prospects/[id]": firm(read, "prospects"),
  "/w/prospects/[id]/edit": firm(write, "prospects"),
  "/w/sessions": firm(everyone),
  "/w/settings": firm(read),
  "/w/settings/api-keys": firm(write),
  "/w/settings/jobs": firm(write),
  "/w/settings/payments": firm(read),
  "/w/settings/portal": firm(read),
  "/w/tasks": firm(read),
  "/w/tasks/[id]": firm(read, "tasks"),
  "/w/tasks/[id]/edit": firm(write, "tasks"),
  "/w/team": firm(read),
  "/w/team/new": firm(write),
  "/w/team/[id]": firm(read, "members"),
  "/w/time": firm(write),
  "/w/time/[id]": firm(write, "time_entries"),

  "/p": client(),
  "/p/[...rest]": nowhere("portal"),
  "/p/contracts": client(),
  "/p/contracts/[id]": client("contracts"),
  "/p/history": client(),
  "/p/invoices": client(),
  "/p/invoices/[id]": client("invoices"),
  "/p/messages": client(),
  "/p/notifications": client(),
  "/p/notifications/[id]": { ...client("notifications"), personal: true },
  "/p/projects": client(),
  "/p/projects/[id]": client("projects"),
  "/p/proposals": client(),
  "/p/proposals/[key]": client("proposals"),
  "/p/sessions": client(),
  "/p/tasks/[id]": client("tasks"),

  "/m/platform": console(),
  "/m/platform/[...rest]": nowhere("root"),
  "/m/platform/demo-requests": console(),
  "/m/platform/firms/[id]": console("firms"),
  "/m/platform/health": console(),
  "/m/platform/jobs": console(),

  "/w/sign-in": open("acme"),
  "/w/forgot": open("acme"),
  "/w/reset/[token]": open("acme"),
  "/w/invitations/[token]": open("acme"),
  "/w/handoff": open("acme", 404),
  "/p/sign-in": open("portal"),
  "/p/forgot": open("portal"),
  "/p/reset/[token]": open("portal"),
  "/p/invitations/[token]": open("portal"),
  "/p/handoff": open("portal", 404),
  "/p/forms/[slug]": open("portal", 404),
  "/m": open("root"),
  "/m/[...rest]": open("root", 404),
  "/m/demo": open("root"),
  "/m/demo/thanks": open("root"),
  "/m/pricing": open("root"),
  "/m/privacy": open("root"),
  "/m/security": open("root"),
  "/m/sign-up": open("root"),
  "/m/sign-up/sent": open("root"),
  "/m/sitemap.xml": open("root"),
  "/m/welcome/[token]": open("root"),
  "/m/welcome/opened": open("root", 404),
  "/robots.txt": open("root"),
  "/m/sign-in": open("root"),
  "/m/forgot": open("root"),
  "/m/reset/[token]": open("root"),
  "/m/design": open("root", 404),
  "/m/design/[shell]": open("root", 404),
  "/m/design/notices": open("root"),
  "/m/design/search": open("root"),
  "/a/refused": open("auth", 404),
  "/a/start": open("auth", 404),
  "/_not-found": open("root", 404),
  "/_global-error": open("root", 404),

  "/api/auth/callback/[provider]": open("auth", 404),
  "/api/sign-in/[provider]": open("acme", 404),
  "/api/docs": open("any"),
  "/api/docs/[asset]": open("any", 404),
  "/api/redoc": open("any"),
  "/api/health": open("any"),
  "/api/health/cache": open("any"),
  "/api/health/db": open("any"),
  "/api/health/detailed": open("any"),
  "/api/ready": open("any"),
  "/api/live": open("acme", 401),
  "/api/logo/[name]": open("acme", 404),
  // Each operation behind it is tried as every actor in lib/domains: here the door alone.
  "/api/v1/[...path]": open("any", 404),
  "/api/v1/files/[...key]": open("any", 403),
  "/api/v1/openapi.json": open("any"),
  "/api/v1/webhooks/stripe": open("any", 400, "POST"),
}
