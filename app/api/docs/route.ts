import { docsPage } from "@/lib/platform/api-docs"

export function GET() {
  const nonce = crypto.randomUUID()
  return docsPage(
    "ConsultantPro API",
    '<link rel="stylesheet" href="/api/docs/swagger.css">',
    `<div id="docs"></div><script nonce="${nonce}" src="/api/docs/swagger.js"></script>`,
    'SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#docs", deepLinking: true, withCredentials: false })',
    nonce,
  )
}
