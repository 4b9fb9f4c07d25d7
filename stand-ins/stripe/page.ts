import type { World } from "./world"

export interface PageRequest {
  world: World
  method: string
  pathname: string
  form: URLSearchParams
}

export interface PageAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Text that is HTML already; everything else is escaped on its way into a template. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | Html[] | string | number | false | null | undefined

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((string, index) => (index === 0 ? "" : written(parts[index - 1])) + string).join(""))
}

function written(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map((it) => it.text).join("")
  if (part === null || part === undefined || part === false) return ""
  return String(part).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

export interface Field {
  name: string
  label: string
  autocomplete: string
  value?: string
  placeholder?: string
  type?: "email" | "text"
  inputmode?: "numeric"
  error?: string | undefined
}

export function field({ name, label, error, value = "", type = "text", ...rest }: Field): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${rest.autocomplete}" required
      ${rest.inputmode && html`inputmode="${rest.inputmode}"`} ${rest.placeholder && html`placeholder="${rest.placeholder}"`}
      ${error && html`aria-invalid="true" aria-describedby="${name}-error"`}>
    ${error && html`<p class="error" id="${name}-error">${error}</p>`}
  </div>`
}

export function page(status: number, title: string, content: Html): PageAnswer {
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(css)}</style>
</head>
<body>
<header><p><strong>Test mode</strong> No real card is charged: this page stands in for Stripe.</p></header>
<main>${content}</main>
</body>
</html>
`
  return { status, headers: { "content-type": "text/html; charset=utf-8", ...guards }, body: body.text }
}

/** A page that only says something, with the way on. */
export function notice(
  status: number,
  title: string,
  sentence: string,
  link?: { href: string; label: string },
): PageAnswer {
  const way = link && html`<p><a href="${link.href}">${link.label}</a></p>`
  return page(status, title, html`<div class="card"><h1>${title}</h1><p>${sentence}</p>${way}</div>`)
}

export const redirect = (location: string): PageAnswer => ({ status: 303, headers: { location, ...guards }, body: "" })

// No form-action: browsers apply it to the redirect after the post too, which leads back to the shop.
const guards = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
}

const css = `
:root { --ink: #16181d; --soft: #545a66; --line: #d4d8df; --page: #f5f6f8; --card: #fff; --brand: #0a5ad4; --on: #fff; --bad: #b3261e; --note: #fff3d6; --note-ink: #5c4300 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceef2; --soft: #a9b0bd; --line: #3a404b; --page: #111317; --card: #1a1d23; --brand: #7db0ff; --on: #0b1220; --bad: #ff9c94; --note: #3a2f12; --note-ink: #ffe2a0 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums }
header { background: var(--note); color: var(--note-ink); font-size: 14px; text-align: center; padding: 8px 16px }
header p { margin: 0 }
main { display: grid; gap: 24px 56px; max-width: 960px; margin: 0 auto; padding: 32px 16px 64px }
.card { width: 100%; max-width: 480px; margin: 0 auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 24px }
h1 { margin: 0 0 4px; font-size: 16px; font-weight: 500; color: var(--soft) }
h2 { margin: 0 0 16px; font-size: 18px }
.card > h1 { font-size: 22px; font-weight: 600; color: var(--ink) }
.amount { margin: 0 0 24px; font-size: 36px; line-height: 1.2; font-weight: 600; overflow-wrap: anywhere }
.lines { margin: 0; padding: 0; list-style: none }
.lines li { display: flex; justify-content: space-between; gap: 16px; padding: 10px 0; border-top: 1px solid var(--line) }
.lines span:last-child { white-space: nowrap }
.lines small { display: block; color: var(--soft); font-size: 14px }
.field { margin-bottom: 16px }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px }
label { display: block; margin-bottom: 4px; font-size: 14px; font-weight: 500 }
input { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--soft); border-radius: 8px; background: var(--card); color: var(--ink); font: inherit }
input[aria-invalid] { border-color: var(--bad) }
::placeholder { color: var(--soft); opacity: 1 }
.error { margin: 4px 0 0; color: var(--bad); font-size: 14px }
.alert { margin: 0 0 16px; padding: 12px; border: 1px solid var(--bad); border-radius: 8px; color: var(--bad) }
button { width: 100%; min-height: 48px; border: 0; border-radius: 8px; background: var(--brand); color: var(--on); font: inherit; font-weight: 600; cursor: pointer }
a { color: var(--brand) }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
.hint, .back { color: var(--soft); font-size: 14px; margin: 16px 0 0 }
@media (min-width: 800px) { main:has(.summary) { grid-template-columns: 1fr 1fr; padding-top: 64px } }
`
