import { accentOr, inkOn } from "./colour"

export interface MailLayout {
  brand: { name: string; accent: string; logoUrl?: string }
  /** Shown beside the subject in the list of mails. */
  preheader: string
  heading: string
  paragraphs: string[]
  facts?: [label: string, value: string][]
  action?: { label: string; url: string }
  footer: string[]
  locale: string
  direction?: "ltr" | "rtl"
}

/** A mail as HTML that old clients can show, and the same as plain text. Every part is text and is escaped here. */
export function renderMail(layout: MailLayout): { html: string; text: string } {
  return { html: asHtml(layout), text: asText(layout) }
}

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

// Tables and inline styles, because Outlook and Gmail know little else; the style element is only for those that do.
function asHtml({
  brand,
  preheader,
  heading,
  paragraphs,
  facts,
  action,
  footer,
  locale,
  direction = "ltr",
}: MailLayout) {
  const accent = accentOr(brand.accent)
  const start = direction === "rtl" ? "right" : "left"
  const end = direction === "rtl" ? "left" : "right"
  const logo = brand.logoUrl
    ? `<img src="${webAddress(brand.logoUrl)}" alt="${escaped(brand.name)}" height="32" style="display:block;border:0;height:32px;max-width:240px">`
    : `<span class="ink" style="${font};font-size:17px;font-weight:600;color:#0f172a">${escaped(brand.name)}</span>`

  const rows = (facts ?? []).map(
    ([label, value], i) =>
      `<tr><td class="soft line" align="${start}" valign="top" style="${font};font-size:14px;line-height:20px;color:#64748b;padding:10px 0;${i ? "border-top:1px solid #e2e8f0" : ""}">${escaped(label)}</td>` +
      `<td class="ink line" align="${end}" valign="top" style="${font};font-size:14px;line-height:20px;font-weight:600;color:#0f172a;padding:10px 0;padding-${start}:16px;${i ? "border-top:1px solid #e2e8f0" : ""}">${escaped(value)}</td></tr>`,
  )
  const table = rows.length
    ? `<tr><td style="padding:8px 0 16px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.join("")}</table></td></tr>`
    : ""
  const button = action
    ? `<tr><td style="padding:12px 0 4px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${accent}" style="background-color:${accent};border-radius:8px"><a href="${webAddress(action.url)}" style="${font};display:inline-block;padding:13px 24px;font-size:16px;line-height:20px;font-weight:600;color:${inkOn(accent)};text-decoration:none;border-radius:8px">${escaped(action.label)}</a></td></tr></table></td></tr>`
    : ""
  const body = paragraphs.map(
    (text) =>
      `<tr><td class="ink" align="${start}" style="${font};font-size:16px;line-height:25px;color:#334155;padding:0 0 14px">${lines(text)}</td></tr>`,
  )
  const foot = footer.map(
    (text) => `<p style="${font};margin:0 0 6px;font-size:12px;line-height:18px;color:#64748b">${lines(text)}</p>`,
  )

  return `<!doctype html>
<html lang="${escaped(locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escaped(heading)}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.card{padding:24px 20px!important}.frame{padding:16px 10px!important}}
@media (prefers-color-scheme:dark){body,.frame{background:#0b1120!important}.card{background:#172033!important;border-color:#2b3750!important}.ink{color:#f1f5f9!important}.soft,.foot p{color:#a3b1c6!important}.line{border-color:#2b3750!important}}
</style>
</head>
<body style="margin:0;padding:0;background:#f1f5f9">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escaped(preheader)}${"&#847;&zwnj;&nbsp;".repeat(40)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" dir="${direction}"><tr><td class="frame" align="center" bgcolor="#f1f5f9" style="background:#f1f5f9;padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td align="${start}" style="padding:0 4px 20px">${logo}</td></tr>
<tr><td class="card" bgcolor="#ffffff" style="background:#ffffff;border:1px solid #e2e8f0;border-radius:12px;padding:32px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="${start}" style="padding:0 0 14px"><h1 class="ink" style="${font};margin:0;font-size:22px;line-height:29px;font-weight:600;color:#0f172a">${escaped(heading)}</h1></td></tr>
${body.join("\n")}
${table}
${button}
</table></td></tr>
<tr><td class="foot" align="${start}" style="padding:20px 4px 0">${foot.join("")}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

function asText({ brand, heading, paragraphs, facts, action, footer }: MailLayout): string {
  const parts = [
    heading,
    ...paragraphs,
    facts?.map(([label, value]) => `${label}: ${value}`).join("\n"),
    action && `${action.label}:\n${webAddress(action.url).replaceAll("&amp;", "&")}`,
    `-- \n${[brand.name, ...footer].join("\n")}`,
  ]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
const lines = (text: string) => escaped(text).replaceAll("\n", "<br>")

function webAddress(url: string): string {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new Error("a mail links to web addresses only")
  return escaped(new URL(url).href)
}
