import { defaultLocale, directionOf, isLocale } from "./messages"
import { translator } from "./translator"

const style = `
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 28rem; padding: 2rem; text-align: center }
  h1 { font-size: 1.25rem; margin: 0 0 .5rem }
  a { display: inline-block; margin-top: 1rem }`

/**
 * What a browser gets while no page can be made: it needs no database, no script and none of our files. What was
 * asked by a link can be asked again; a form's text is still in the page before.
 */
export function awayPage({ nonce, policy, method, address, locale }: Asked): Response {
  const known = isLocale(locale) ? locale : defaultLocale
  const t = translator(known, "ui.away")
  const again =
    method === "GET" ? `<a href="${escaped(address)}">${escaped(t("again"))}</a>` : `<p>${escaped(t("back"))}</p>`
  const page = `<!doctype html>
<html lang="${known}" dir="${directionOf(known)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t("title"))}</title><style nonce="${nonce}">${style}</style></head>
<body><main><h1>${escaped(t("title"))}</h1><p>${escaped(t("body"))}</p>${again}</main></body>
</html>
`
  return new Response(method === "HEAD" ? null : page, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "retry-after": "5",
      "cache-control": "no-store",
    },
  })
}

type Asked = { nonce: string; policy: string; method: string; address: string; locale: string | undefined }

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
