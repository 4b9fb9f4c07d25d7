// Pictures of a running demo: `npm run screenshots` takes every kind of page at a desk and on a phone, light and dark, into
// .data/screens; `npm run screenshots -- product` those of the public site. An address may follow: http://localhost:3000.
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { chromium } from "@playwright/test"
import { everyPage, signedIn } from "./parts/crawl.mjs"

const product = process.argv[2] === "product"
const base = new URL(process.argv[product ? 3 : 2] ?? "http://localhost:3000")
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
  { name: "invoice", path: "/invoices?status=paid", open: true, shape: "part" },
  { name: "ledger", path: "/ledger", shape: "part" },
]
const staff = [{ name: "time", path: "/time", shape: "part" }]
const client = [
  { name: "portal-home", path: "/", shape: "phone" },
  { name: "portal-invoice", path: "/invoices", open: true, shape: "phone" },
]
const shapes = {
  window: { viewport: { width: 1440, height: 900 } },
  part: { viewport: { width: 1200, height: 640 }, clip: { x: 240, y: 0, width: 960, height: 640, scale: 1 } },
  phone: { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true },
}

const people = [
  ["visitor", base.origin],
  ["owner", acme, "owner@acme.test"],
  ["staff", acme, "staff@acme.test"],
  ["client", portal, "pat@northwind.test"],
  ["console", base.origin, "operator@platform.test"],
]
const desk = { viewport: { width: 1440, height: 900 } }
const hand = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const looks = {
  "desk-light": { ...desk, colorScheme: "light" },
  "desk-dark": { ...desk, colorScheme: "dark" },
  "phone-light": { ...hand, colorScheme: "light" },
  "phone-dark": { ...hand, colorScheme: "dark" },
}
const screens = new URL("../.data/screens/", import.meta.url)

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path))
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] })
if (product) {
  mkdirSync(folder, { recursive: true })
  for (const [host, email, shots] of [
    [acme, "owner@acme.test", workspace],
    [acme, "staff@acme.test", staff],
    [portal, "pat@northwind.test", client],
  ]) {
    const storageState = await signedIn(browser, host, email, password)
    for (const colorScheme of ["light", "dark"]) {
      for (const shot of shots) await take(host, storageState, shot, colorScheme)
    }
  }
} else {
  for (const [name, host, email] of people) {
    const storageState = await signedIn(browser, host, email, password)
    const pages = await everyPage(browser, storageState, `${host}${name === "console" ? "/platform" : "/"}`)
    console.log(`${name}: ${pages.length} kinds of page`)
    for (const [look, options] of Object.entries(looks)) {
      const to = new URL(`${name}/${look}/`, screens)
      mkdirSync(to, { recursive: true })
      const context = await browser.newContext({ storageState, reducedMotion: "reduce", ...options })
      const page = await context.newPage()
      for (const [kind, address] of pages) {
        await page.goto(address)
        await page.evaluate(() => document.fonts.ready)
        await page.screenshot({ path: fileURLToPath(new URL(`${kind}.png`, to)), fullPage: true })
      }
      await context.close()
    }
  }
}
await browser.close()

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
