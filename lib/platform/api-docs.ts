import "server-only"
import { readFile } from "node:fs/promises"
import { join } from "node:path"

const assets: Record<string, { file: string; type: string }> = {
  "swagger.css": { file: "swagger-ui-dist/swagger-ui.css", type: "text/css; charset=utf-8" },
  "swagger.js": { file: "swagger-ui-dist/swagger-ui-bundle.js", type: "text/javascript; charset=utf-8" },
  "redoc.js": { file: "redoc/bundles/redoc.standalone.js", type: "text/javascript; charset=utf-8" },
}

/** The documentation viewers' own files, out of their packages. */
export async function docsAsset(name: string): Promise<Response> {
  const asset = assets[name]
  if (!asset) return new Response(null, { status: 404 })
  const text = await readFile(join(process.cwd(), "node_modules", asset.file), "utf8")
  // Redoc would load its maker's logo from elsewhere: our pages tell nobody who reads them.
  const body = text.replaceAll("https://cdn.redoc.ly/redoc/logo-mini.svg", "data:,")
  return new Response(body, { headers: { "content-type": asset.type, "cache-control": "public, max-age=86400" } })
}

/** A page that shows the API's description; it has no session and needs none, so its looser policy opens nothing. */
export function docsPage(title: string, head: string, body: string, script: string, nonce: string): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>${head}</head><body>${body}<script nonce="${nonce}">${script}</script></body></html>`
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  })
}
