import type { FirstLoad } from "./first-load"
import { routePolicy } from "./route-policy"

const kB = 1000
const unlimited = Number.POSITIVE_INFINITY

/** What a page of a kind may add to the framework's scripts, and how long its document may be before compression. */
const budgets = {
  list: { script: 45 * kB, html: 60 * kB },
  page: { script: 45 * kB, html: unlimited },
  portal: { script: 25 * kB, html: unlimited },
  public: { script: 25 * kB, html: unlimited },
}
type Kind = keyof typeof budgets
export const paint = 1000
/** What may come for a list when one goes to it from another page. */
export const navigation = 20 * kB
/** Above that today: a week has as many entries as were made, and the likely projects and tasks stand beside them. */
export const longer: Record<string, number> = { "/w/time": 65 * kB }
/** The framework's own, of which a page's scripts are counted: an empty page. */
export const emptyPage = 140 * kB

/** Fifty rows with long names, reckoned from shorter lists: 55 to 65 kB. */
const fiftyRows = { html: 70 * kB }
/** Above their budget today, and what they may not exceed. A line goes when its page has come down. */
const above: Record<string, Partial<Record<"script" | "html", number>>> = {
  // The filter offers everything that can happen, some hundred links that work without a script.
  "/w/audit": { html: 75 * kB },
  "/w/contracts": fiftyRows,
  "/w/invoices": fiftyRows,
  "/w/leads": fiftyRows,
  "/w/projects": fiftyRows,
  "/w/proposals": fiftyRows,
  "/w/tasks": fiftyRows,
  // Each that is unread has a form of its own, which works without a script.
  "/w/notifications": { html: 90 * kB },
  // Every card stands in the document, and a firm has as many as it has; what moves them comes at once.
  "/w/prospects": { script: 53 * kB, html: unlimited },
  // A week has as many entries as were made, and the likely projects and tasks stand beside them, fifty at most.
  "/w/time": { html: unlimited },
  // The portal's longest: forty bytes more than they may.
  "/p/contracts": { script: 26 * kB },
  "/p/invoices": { script: 26 * kB },
  "/p/proposals": { script: 26 * kB },
}

const forms = ["/w/time/[id]"]

/** Dashboards, lists and records of the workspace, and every page of the portal and of the public site that people can read. */
export function kindOf(route: string): Kind | undefined {
  const rule = routePolicy[route]!
  if (forms.includes(route) || /\[(\.\.\.|token|slug)/.test(route)) return undefined
  if ("answers" in rule) return rule.answers === 200 && isPublicPage(route) ? "public" : undefined
  if (rule.on === "portal") return "portal"
  if (rule.on !== "acme") return undefined
  if (/^\/w(|\/settings|\/sessions|\/messages|\/[\w-]+\/\[id\])$/.test(route)) return "page"
  return /^\/w\/[\w-]+$/.test(route) ? "list" : undefined
}

const isPublicPage = (route: string) => /^\/[mwp](\/|$)/.test(route) && !/\.xml|\/design/.test(route)

/** What of a first load is too much, in sentences. */
export function excess(route: string, kind: Kind, { script, html, shift, moved, paint: painted }: FirstLoad): string[] {
  const most = { ...budgets[kind], ...above[route] }
  return [
    ...(script > most.script ? [`${route} adds ${script} bytes of scripts, ${most.script} are allowed`] : []),
    ...(html > most.html ? [`${route} is ${html} bytes long, ${most.html} are allowed`] : []),
    ...(shift >= 0.005 ? [`${route} moves by ${shift}: ${moved.join(", ")}`] : []),
    ...(painted > paint ? [`${route} is painted after ${Math.round(painted)} ms, ${paint} are allowed`] : []),
  ]
}
