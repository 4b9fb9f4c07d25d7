import type { Message } from "./messages"

export function listPage(messages: Message[], search: string): string {
  const rows = messages.map(
    (message) => `<li><a href="/messages/${message.id}">
<span class="who">${escaped(message.recipients.join(", "))}</span>
<time datetime="${message.receivedAt}">${when(message.receivedAt)}</time>
<span class="subject">${escaped(message.subject || "(no subject)")}</span>
<span class="from">${escaped(names(message.from))}${message.attachments.length ? ` · ${files(message)}` : ""}</span>
</a></li>`,
  )
  const empty = search
    ? `<p class="empty">No mail matches “${escaped(search)}”. <a href="/">Show all mail</a></p>`
    : `<p class="empty">No mail yet. Whatever the application sends appears here; nothing leaves this machine.</p>`
  return page(
    "Mailbox",
    `<header><h1>Mailbox</h1><p>${messages.length} ${messages.length === 1 ? "mail" : "mails"}</p>
<form role="search" action="/"><label for="q">Search address or subject</label>
<input id="q" name="q" type="search" value="${escaped(search)}" autocomplete="off"><button>Search</button></form></header>
${rows.length ? `<ul class="mails">${rows.join("")}</ul>` : empty}`,
  )
}

export function messagePage(message: Message): string {
  const attachments = message.attachments.map(
    ({ filename, size }, i) =>
      `<li><a href="/messages/${message.id}/attachments/${i}">${escaped(filename)}</a> <span>${bytes(size)}</span></li>`,
  )
  const facts: [string, string][] = [
    ["From", message.from.map(({ name, address }) => `${name} <${address}>`.trim()).join(", ")],
    ["To", message.recipients.join(", ")],
    ...(message.replyTo.length
      ? [["Reply to", message.replyTo.map(({ address }) => address).join(", ")] as [string, string]]
      : []),
    ["Received", message.receivedAt.replace("T", " ").replace(/\..*/, " UTC")],
  ]
  return page(
    message.subject || "(no subject)",
    `<nav><a href="/">← All mail</a></nav>
<article><h1>${escaped(message.subject || "(no subject)")}</h1>
<dl>${facts.map(([term, value]) => `<dt>${term}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>
${attachments.length ? `<h2>Attachments</h2><ul class="files">${attachments.join("")}</ul>` : ""}
${message.html === null ? "" : `<h2>Mail</h2><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${message.id}/html"></iframe>`}
<details${message.html === null ? " open" : ""}><summary>Plain text</summary><pre>${linked(message.text)}</pre></details>
<p><a href="/messages/${message.id}/source">Source</a></p></article>`,
  )
}

export function problemPage(title: string): string {
  return page(title, `<nav><a href="/">← All mail</a></nav><h1>${escaped(title)}</h1>`)
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} · Mailbox</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/style.css"></head><body><main>${content}</main></body></html>`
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
const linked = (text: string) =>
  escaped(text).replace(
    /https?:\/\/(?:(?!&(?:lt|gt|quot|#39);)\S)+/g,
    (url) => `<a href="${url}" rel="noopener">${url}</a>`,
  )
const names = (people: Message["from"]) => people.map(({ name, address }) => name || address).join(", ")
const files = ({ attachments }: Message) =>
  `${attachments.length} ${attachments.length === 1 ? "attachment" : "attachments"}`
const bytes = (size: number) => (size < 1024 ? `${size} bytes` : `${Math.ceil(size / 1024)} KB`)
const when = (time: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(new Date(time))
