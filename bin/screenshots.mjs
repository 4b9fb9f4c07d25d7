// Takes the pictures of the public site from a running demo: `node bin/screenshots.mjs http://localhost:3000`.
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { chromium } from "@playwright/test"

const base = new URL(process.argv[2] ?? "http://localhost:3000")
const folder = new URL("../public/images/product/", import.meta.url)
const largest = 150_000
const password = "demo-Passw0rd!"
const acme = `${base.protocol}//acme.${base.host}`
const portal = `${base.protocol}//acme.portal.${base.host}`

// A part shows a page without the navigation; `open` follows the first row of a list.
const workspace = [
  { name: "home", path: "/", shape: "window" },
  { name: "prospects", path: "/prospects", shape: "part" },
  { name: "proposal", path: "/proposals?status=accepted", open: true, shape: "part" },
  { name: "project", path: "/projects?status=active", open: true, shape: "part" },
  { name: "time", path: "/time", shape: "part" },
  { name: "invoice", path: "/invoices?status=paid", open: true, shape: "part" },
  { name: "ledger", path: "/ledger", shape: "part" },
]
const client = [
  { name: "portal-home", path: "/", shape: "phone" },
  { name: "portal-invoice", path: "/invoices", open: true, shape: "phone" },
]
const shapes = {
  window: { viewport: { width: 1360, height: 850 } },
  part: { viewport: { width: 1200, height: 640 }, clip: { x: 240, y: 0, width: 960, height: 640, scale: 1 } },
  phone: { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true },
}

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path))
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] })
mkdirSync(folder, { recursive: true })
for (const [host, email, shots] of [
  [acme, "owner@acme.test", workspace],
  [portal, "pat@northwind.test", client],
]) {
  const storageState = await signedIn(host, email)
  for (const colorScheme of ["light", "dark"]) {
    for (const shot of shots) await take(host, storageState, shot, colorScheme)
  }
}
await browser.close()

async function signedIn(host, email) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${host}/sign-in`)
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
  const state = await context.storageState()
  await context.close()
  return state
}

async function take(host, storageState, { name, path, open, shape }, colorScheme) {
  const { clip, ...view } = shapes[shape]
  const context = await browser.newContext({ storageState, colorScheme, deviceScaleFactor: 2, ...view })
  const page = await context.newPage()
  await page.goto(host + path)
  if (open) {
    const href = await page.locator("main table tbody a[href], main li a[href]").first().getAttribute("href")
    await page.goto(host + href)
  }
  await page.evaluate(() => document.fonts.ready)
  const session = await context.newCDPSession(page)
  const picture = await small((quality) => session.send("Page.captureScreenshot", { format: "webp", quality, clip }))
  writeFileSync(new URL(`${name}-${colorScheme}.webp`, folder), picture)
  console.log(`${name} ${colorScheme}: ${Math.round(picture.length / 1000)} kB`)
  await context.close()
}

/** The best quality that stays below the limit. */
async function small(capture) {
  for (const quality of [90, 80, 70, 60, 50, 40]) {
    const { data } = await capture(quality)
    const picture = Buffer.from(data, "base64")
    if (picture.length <= largest) return picture
  }
  throw new Error(`a picture stays above ${largest} bytes at any quality`)
}
