/** What the palette of the design page finds. */
export function GET(request: Request) {
  const q = new URL(request.url).searchParams.get("q")?.toLowerCase() ?? ""
  const records = ["Northwind Traders", "Globex", "Initech", "INV-0042", "INV-0041"]
  const results = records
    .filter((label) => label.toLowerCase().includes(q))
    .map((label) => ({ value: label, label, href: `?${label}`, hint: label.startsWith("INV") ? "Invoice" : "Client" }))
  return Response.json({ results })
}
