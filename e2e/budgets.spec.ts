import { randomBytes } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import type { BrowserContext } from "@playwright/test"
import { emptyPage, excess, kindOf, longer, navigation, paint } from "./budgets"
import { type FirstLoad, firstLoad, frameworkBytes, navigationBytes } from "./first-load"
import { at, desk, expect, phone, test } from "./fixtures"
import { routePolicy } from "./route-policy"
import { pathFor, shown } from "./routes"
import type { HostName } from "./surroundings"

test.describe.configure({ timeout: 420_000 })
// Recording takes from what is measured.
test.use({ trace: "off", screenshot: "off" })

const measured = Object.keys(routePolicy).filter(kindOf)
const head = [
  "| page | scripts, kB | document, kB | shift at 1440 | at 390 | paint at 1440, ms | at 390 |",
  "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
]

async function urlOf(route: string): Promise<string> {
  const rule = routePolicy[route]!
  const on = rule.on as HostName
  if ("answers" in rule) return at(on, shown(route, rule.on))
  return at(on, await pathFor(route, rule, on === "portal" ? "pat" : "owner", "own"))
}

/** A first load; where the paint was late, the quickest of three: other work on the machine only ever adds to it. */
async function loadOf(context: BrowserContext, url: string): Promise<FirstLoad> {
  const once = async () => {
    const page = await context.newPage()
    try {
      return await firstLoad(page, url)
    } finally {
      await page.close()
    }
  }
  const first = await once()
  if (first.paint <= paint) return first
  const others = [await once(), await once()]
  return { ...first, paint: Math.min(first.paint, ...others.map((load) => load.paint)) }
}

test("going to a list brings its rows and little else", async ({ as }) => {
  const page = await (await as("owner")).newPage()
  const sizes: [string, number][] = []
  for (const route of measured.filter((route) => kindOf(route) === "list"))
    sizes.push([route, await navigationBytes(page, at("acme", "/sessions"), await urlOf(route))])
  console.log(sizes.map(([route, bytes]) => `${route} ${thousands(bytes)} kB`).join("\n"))
  expect(sizes.filter(([route, bytes]) => bytes > (longer[route] ?? navigation))).toEqual([])
})

const surfaces = { workspace: /^\/w/, portal: /^\/p/, site: /^\/m/ }

for (const [surface, pattern] of Object.entries(surfaces)) {
  test(`first loads keep their budgets: ${surface}`, async ({ as, visitor }) => {
    const browsers = new Map<string, BrowserContext[]>()
    const browsersFor = async (route: string) => {
      const role = "answers" in routePolicy[route]! ? "visitor" : surface === "portal" ? "pat" : "owner"
      const open = (options: typeof desk) => (role === "visitor" ? visitor(options) : as(role, options))
      if (!browsers.has(role)) browsers.set(role, [await open(desk), await open(phone)])
      return browsers.get(role)!
    }
    const problems: string[] = []
    const table = [...head]
    for (const route of measured.filter((route) => pattern.test(route))) {
      const url = await urlOf(route)
      const [atDesk, onPhone] = await browsersFor(route)
      const [wide, narrow] = [await loadOf(atDesk!, url), await loadOf(onPhone!, url)]
      for (const load of [wide, narrow]) problems.push(...excess(route, kindOf(route)!, load))
      table.push(row(route, wide, narrow))
    }
    publish(surface, table)
    expect([...new Set(problems)]).toEqual([])
  })
}

const thousands = (bytes: number) => (bytes / 1000).toFixed(1)
const row = (route: string, wide: FirstLoad, narrow: FirstLoad) =>
  `| ${[
    route,
    thousands(wide.script),
    thousands(wide.html),
    ...[wide, narrow].map(({ shift }) => shift.toFixed(4)),
    ...[wide, narrow].map(({ paint }) => Math.round(paint)),
  ].join(" | ")} |`

function publish(surface: string, table: string[]) {
  const text = `Scripts are compressed, beside the framework's ${thousands(frameworkBytes())} kB.\n\n${table.join("\n")}\n`
  mkdirSync("test-results", { recursive: true })
  writeFileSync(`test-results/budgets-${surface}.md`, text)
  console.log(text)
}

test("an empty page takes what the budgets reckon with", () => {
  expect(frameworkBytes()).toBeLessThan(emptyPage)
  expect(frameworkBytes()).toBeGreaterThan(emptyPage / 2)
})

test("a script too many, a part that comes late and a slow answer are found", async ({ visitor }) => {
  const context = await visitor()
  const url = at("root", "/pricing")
  const heavy = `/* ${randomBytes(30_000).toString("base64")} */`
  // Once there is a first paint, something pushes the page down.
  const late = `new PerformanceObserver(() => {
    document.querySelector("main").style.marginTop = "200px"
  }).observe({ type: "paint", buffered: true })`
  await context.route("**/control.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: `${heavy}\n${late}` }),
  )
  await context.route(url, async (route) => {
    const answer = await route.fetch()
    const text = await answer.text()
    const nonce = /nonce="([^"]+)"/.exec(text)![1]
    await new Promise((done) => setTimeout(done, 1100))
    const script = `<script nonce="${nonce}" src="/control.js" async></script>`
    await route.fulfill({ response: answer, body: text.replace("</body>", `${script}</body>`) })
  })
  const found = excess("/m/pricing", "public", await firstLoad(await context.newPage(), url))
  expect(found).toEqual([
    expect.stringMatching(/adds \d+ bytes of scripts/),
    expect.stringMatching(/moves by 0\.\d+/),
    expect.stringMatching(/is painted after \d{4} ms/),
  ])
})
