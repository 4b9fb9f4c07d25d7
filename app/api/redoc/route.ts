import { docsPage } from "@/lib/platform/api-docs"

export function GET() {
  const nonce = crypto.randomUUID()
  return docsPage(
    "ConsultantPro API",
    "",
    `<div id="docs"></div><script nonce="${nonce}" src="/api/docs/redoc.js"></script>`,
    'Redoc.init("/api/v1/openapi.json", { disableSearch: true }, document.getElementById("docs"))',
    nonce,
  )
}
