import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import type { Page } from "@playwright/test"
import { call } from "./http"
import { buildFolder, manifest } from "./routes"

export type FirstLoad = {
  /** Bytes of the page's own scripts, compressed as a proxy in front does it; the framework's come on top. */
  script: number
  /** Bytes of the document, before compression. */
  html: number
  /** The sum of layout shifts that nobody's input asked for, and what moved. */
  shift: number
  moved: string[]
  /** Milliseconds until the largest thing was painted. */
  paint: number
}

const compressed = (bytes: Buffer) => gzipSync(bytes).length

/** What every page of this build loads, an empty one, too: React, the router, the bundler's runtime. */
const framework = manifest<{ rootMainFiles: string[] }>("build-manifest.json").rootMainFiles
export const frameworkBytes = () =>
  framework.reduce((sum, path) => sum + compressed(readFileSync(join(buildFolder, path))), 0)

/** Opens a page and measures what that takes until it is loaded and at rest; parts loaded on first use are not asked for. */
export async function firstLoad(page: Page, url: string): Promise<FirstLoad> {
  const scripts = new Map<string, Promise<Buffer>>()
  page.on("response", (answer) => {
    if (answer.request().resourceType() === "script") scripts.set(answer.url(), answer.body())
  })
  const answer = (await page.goto(url))!
  if (answer.status() >= 400) throw new Error(`${url} answers ${answer.status()}`)
  const html = (await answer.body()).length
  const seen = await page.evaluate(whatWasSeen)

  const own = [...scripts].filter(([address]) => !framework.some((path) => address.endsWith(`/${path}`)))
  if (scripts.size - own.length !== framework.length)
    throw new Error(`${url} does not load the framework of this build`)
  const bodies = await Promise.all(own.map(([, body]) => body))
  return { script: bodies.reduce((sum, body) => sum + compressed(body), 0), html, ...seen }
}

/** Bytes that come for a page when the router goes there from another one of the same surface: its data, without the shell's. */
export async function navigationBytes(page: Page, from: string, to: string): Promise<number> {
  await page.goto(from)
  const { host, pathname, search } = new URL(to)
  await page.waitForFunction(() => (window as unknown as Partial<Routed>).next?.router)
  const [asked] = await Promise.all([
    page.waitForRequest((request) => "rsc" in request.headers() && new URL(request.url()).pathname === pathname),
    page.evaluate((path) => (window as unknown as Routed).next.router.push(path), pathname + search),
  ])
  const { pathname: path, search: query } = new URL(asked.url())
  const { status, bytes } = await call(host, path + query, { headers: await asked.allHeaders() })
  if (status !== 200) throw new Error(`${to} answers ${status} to the router`)
  return bytes.length
}

type Routed = { next: { router: { push(path: string): void } } }

/** Runs in the page, once scripts are idle: what the browser has noted since the start. */
async function whatWasSeen() {
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] }
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const noted: Record<string, PerformanceEntry[]> = { "layout-shift": [], "largest-contentful-paint": [] }
  for (const [type, entries] of Object.entries(noted))
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true })
  await document.fonts.ready
  await new Promise((done) => requestIdleCallback(done))
  // What a frame moves is told after the next one.
  for (let frames = 0; frames < 4 || noted["largest-contentful-paint"]!.length === 0; frames++) await frame()

  const shifts = (noted["layout-shift"] as Shift[]).filter(({ hadRecentInput }) => !hadRecentInput)
  const named = (node: Node | null) =>
    node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName
  return {
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.flatMap(({ sources }) => sources.map(({ node }) => named(node) ?? "gone")),
    paint: noted["largest-contentful-paint"]!.at(-1)!.startTime,
  }
}
