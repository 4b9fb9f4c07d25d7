import type { BrowserContext, Page } from "@playwright/test"
import { desk, expect, phone, test } from "./fixtures"
import { type Person, type PicturedFirm, picturedFirm } from "./pictures-firm"
import { looksAt, type PicturesServer, startPicturesServer } from "./pictures-server"

// The pictures are made anew with `npm run pictures`: after a wanted change, or for another version of Chromium.
test.describe.configure({ timeout: 240_000 })
test.use({ trace: "off", screenshot: "off" })

const sizes = { desk, phone }
type Size = keyof typeof sizes
type Theme = "light" | "dark"
type Shot = {
  name: string
  path: (firm: PicturedFirm) => string
  as?: "owner" | "client"
  fullPage?: boolean
  dark?: true
}

const shots: Shot[] = [
  { name: "design", path: () => "/design", fullPage: true, dark: true },
  { name: "pricing", path: () => "/pricing" },
  { name: "dashboard", as: "owner", path: () => "/", dark: true },
  { name: "clients", as: "owner", path: () => "/clients" },
  { name: "client", as: "owner", path: ({ ids }) => `/clients/${ids.client}` },
  { name: "project", as: "owner", path: ({ ids }) => `/projects/${ids.project}` },
  { name: "board", as: "owner", path: () => "/prospects" },
  { name: "proposal", as: "owner", path: ({ ids }) => `/proposals/${ids.proposal}` },
  { name: "invoice", as: "owner", path: ({ ids }) => `/invoices/${ids.invoice}`, dark: true },
  { name: "portal", as: "client", path: () => "/", dark: true },
  { name: "portal-invoice", as: "client", path: ({ ids }) => `/invoices/${ids.invoice}` },
]

let server: PicturesServer
let firm: PicturedFirm
const states = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>()

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  server = await startPicturesServer()
  firm = await picturedFirm(server)
  server.later()
  for (const who of ["owner", "client"] as const) {
    const context = await browser.newContext()
    await signIn(await context.newPage(), firm[who])
    states.set(who, await context.storageState())
    await context.close()
  }
})
test.afterAll(() => server?.stop())

async function signIn(page: Page, { host, email, secret }: Person) {
  await page.goto(`http://${host}/sign-in`)
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password").fill(secret)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
}

/** A page in a window of this size, at the pictures' time, with its letters there and nothing that moves. */
async function opened(visitor: Visitor, { as: who, path }: Shot, size: Size, colorScheme: Theme): Promise<Page> {
  const context = await visitor({
    ...sizes[size],
    colorScheme,
    reducedMotion: "reduce",
    storageState: who && states.get(who),
  })
  await context.clock.setFixedTime(looksAt)
  const page = await context.newPage()
  await page.goto(`http://${who ? firm[who].host : server.root}${path(firm)}`)
  await page.evaluate(() => document.fonts.ready)
  while (!(await lettered(page))) await page.reload()
  return page
}

/** Whether the page is drawn in its own letters; a page that they reached too late keeps the system's for its life. */
async function lettered(page: Page): Promise<boolean> {
  const browser = await page.context().newCDPSession(page)
  await browser.send("DOM.enable")
  await browser.send("CSS.enable")
  const { root } = await browser.send("DOM.getDocument")
  const { nodeId } = await browser.send("DOM.querySelector", { nodeId: root.nodeId, selector: "h1" })
  const { fonts } = await browser.send("CSS.getPlatformFontsForNode", { nodeId })
  await browser.detach()
  return fonts.some(({ familyName }) => /^geist/i.test(familyName))
}

/** Addresses that are made for this run. */
const varying = (page: Page) => [
  page.locator(".input-group:has(input[readonly])"),
  page.locator("dd").filter({ hasText: /linden-[0-9a-f]{8}/ }),
]

type Visitor = (options: Parameters<import("@playwright/test").Browser["newContext"]>[0]) => Promise<BrowserContext>

// One build in one browser paints the same dots; a letter or the colour of a badge is more than these.
const tolerance = { maxDiffPixels: 12, threshold: 0.1, animations: "disabled", caret: "hide" } as const

for (const shot of shots)
  for (const size of ["desk", "phone"] as const)
    for (const theme of shot.dark && size === "desk" ? (["light", "dark"] as const) : (["light"] as const))
      test(`${shot.name} looks as it did, ${size}, ${theme}`, async ({ visitor }) => {
        const page = await opened(visitor, shot, size, theme)
        const name = `${shot.name}-${size}-${theme}.png`
        await expect(page).toHaveScreenshot(name, {
          ...tolerance,
          mask: varying(page),
          fullPage: shot.fullPage === true && theme === "light",
        })
      })

test("a changed colour, a changed gap and a changed letter are found", async ({ visitor }, { config }) => {
  test.skip(["all", "changed"].includes(config.updateSnapshots), "pictures are being made, not compared")
  const project = shots.find(({ name }) => name === "project")!
  for (const change of [".badge { color: #7a3d00 }", "h1 { padding-block-end: 2px }", "time { font-weight: 600 }"]) {
    const page = await opened(visitor, project, "desk", "light")
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [sheet]
    }, change)
    await expect(page, change).not.toHaveScreenshot("project-desk-light.png", {
      ...tolerance,
      mask: varying(page),
      timeout: 2000,
    })
  }
})
