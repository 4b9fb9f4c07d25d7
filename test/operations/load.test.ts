import { readdirSync, readFileSync } from "node:fs"
import { loadavg } from "node:os"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Stream } from "./client"
import { hasProxy, type Rig, startRig } from "./rig"
import { sizes } from "./sizes"

let rig: Rig
beforeAll(async () => {
  rig = await startRig({ name: "load", webs: 2, workers: 1, proxy: hasProxy })
})
afterAll(() => rig?.close())

const limit = 300
// A machine that others use is no measure of ours: the figures are told all the same.
const isQuiet = () => process.env.LONG !== undefined
const quantile = (times: number[], share: number) =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0)
const tell = (text: string) => process.stdout.write(`  ${text}; load average ${loadavg()[0]!.toFixed(1)}\n`)

const pidOf = (at: number) => rig.processes.get(`web-${at}`)!.pid

/** What web processes hold in memory, in MB: their own, and of shared pages their share. */
function memory(...at: number[]): number {
  const rollups = at.map((one) => readFileSync(`/proc/${pidOf(one)}/smaps_rollup`, "utf8"))
  return Math.round(rollups.reduce((sum, rollup) => sum + Number(/^Pss:\s+(\d+)/m.exec(rollup)![1]), 0) / 1024)
}

type Person = { host: string; cookie: string }
type Done = { milliseconds: number; status: number | string; what: string }

/** One person at work: a page, a while of thought, the next page; now and then a change. */
async function atWork(person: Person, { until, pause }: { until: number; pause: () => number }, done: Done[]) {
  const paths = ["/", "/clients", "/projects", "/invoices", "/leads", "/time", "/api/v1/search?q=north"]
  for (let n = Math.floor(Math.random() * 100); performance.now() < until; n++) {
    await new Promise((resolve) => setTimeout(resolve, pause()))
    const headers = { cookie: person.cookie }
    const lead = { companyName: `Load ${n}`, contactName: "Robin Reed", email: "robin@load.test", source: "test" }
    const path = n % 10 === 9 ? "/api/v1/crm/leads" : paths[n % paths.length]!
    const asked =
      n % 10 === 9
        ? rig.call(person.host, path, {
            method: "POST",
            headers: { ...headers, origin: rig.originOf(person.host) },
            body: lead,
          })
        : rig.call(person.host, path, { headers })
    const from = performance.now()
    const { status } = await asked.catch((error: Error) => ({ status: error.message }))
    done.push({ milliseconds: performance.now() - from, status, what: path })
  }
}

const staff = ["owner", "admin", "manager", "staff", "viewer"].map((who) => `${who}@acme.test`)
const bad = (done: Done[]) =>
  done.filter(({ status }) => typeof status === "string" || (status >= 400 && status !== 403))

/** Each signs in for themselves: as many sessions as people. */
async function signedIn(count: number, host = "acme", emails = staff): Promise<Person[]> {
  const people: Person[] = []
  for (let n = 0; n < count; n++) people.push({ host, cookie: await rig.signIn(host, emails[n % emails.length]!) })
  return people
}

describe("load", () => {
  it("of many signed-in people: no error, quick, and memory stays flat", async () => {
    const people = await signedIn(sizes(20, 200))
    const seconds = sizes(15, 600)
    const done: Done[] = []
    const memories: number[] = []
    const from = performance.now()
    const until = from + seconds * 1000
    // Four to eight seconds between two clicks.
    const working = people.map((person) => atWork(person, { until, pause: () => 4_000 + Math.random() * 4_000 }, done))
    const watching = setInterval(() => memories.push(memory(0, 1)), sizes(1_000, 5_000))
    await Promise.all(working)
    clearInterval(watching)

    const times = done.map(({ milliseconds }) => milliseconds)
    const third = Math.floor(memories.length / 3)
    const [middle, end] = [memories.slice(third, 2 * third), memories.slice(2 * third)].map((part) => Math.max(...part))
    tell(
      `${people.length} people, ${seconds} s: ${done.length} requests (${(done.length / seconds).toFixed(1)}/s), ${bad(done).length} errors, p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms, p99 ${quantile(times, 0.99)} ms, memory ${memories[0]} → ${middle} → ${end} MB`,
    )
    expect(bad(done)).toEqual([])
    expect(done.length).toBeGreaterThan(people.length)
    if (!isQuiet()) return
    expect(quantile(times, 0.95)).toBeLessThan(limit)
    expect(end!).toBeLessThan(middle! * 1.1)
  }, 900_000)

  it("of one firm at twenty times its share slows the others little", async () => {
    // Two firms with an equal share each; the one then asks twenty times as often.
    const ordinary = await signedIn(sizes(4, 6))
    const greedy = await signedIn(4 * ordinary.length, "birch", ["owner@birch.test"])
    const seconds = sizes(5, 40)
    // Measured in turns, so that what else happens on the machine falls on both.
    const [alone, beside, theirs]: Done[][] = [[], [], []]
    for (let turn = 0; turn < sizes(2, 6); turn++) {
      for (const [done, times] of [
        [alone, 1],
        [beside, 20],
      ] as const) {
        const until = performance.now() + seconds * 1000
        const click = (often: number) => () => (2_000 + Math.random() * 2_000) / often
        const greed = (times * ordinary.length) / greedy.length
        await Promise.all([
          ...ordinary.map((person) => atWork(person, { until, pause: click(1) }, done!)),
          ...greedy.map((person) => atWork(person, { until, pause: click(greed) }, times > 1 ? theirs! : [])),
        ])
      }
    }
    const [before, after] = [alone, beside].map((done) =>
      quantile(
        done!.map(({ milliseconds }) => milliseconds),
        0.95,
      ),
    )
    tell(
      `one firm at ${(theirs!.length / beside!.length).toFixed(1)} times the others' requests: their p95 ${before} → ${after} ms (${Math.round((after! / before! - 1) * 100)} %), ${bad([...alone!, ...beside!]).length} errors`,
    )
    expect(bad([...alone!, ...beside!])).toEqual([])
    if (isQuiet()) expect(after!).toBeLessThanOrEqual(before! * 1.2)
  }, 900_000)

  it("of a thousand open event streams on one process: each hears, nobody else waits", async () => {
    const count = sizes(200, 1_000)
    const person = (await signedIn(1))[0]!
    const before = memory(0)
    const one = rig.web(0)
    const streams: Stream[] = []
    for (let at = 0; at < count; at += 50) {
      streams.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(50, count - at) }, () => one.listen("acme", { cookie: person.cookie })),
        )),
      )
    }
    const from = performance.now()
    const made = await rig.call("acme", "/api/v1/crm/leads", {
      method: "POST",
      headers: { cookie: person.cookie, origin: rig.originOf("acme") },
      body: { companyName: "Everybody", contactName: "Robin Reed", email: "robin@load.test", source: "test" },
    })
    const { id } = JSON.parse(made.text).data
    await rig.until(async () => streams.every(({ events }) => events.some(({ subjectId }) => subjectId === id)))
    const heard = Math.round(performance.now() - from)
    const page = await one.call("acme", "/clients", { headers: { cookie: person.cookie } })
    const pid = pidOf(0)
    const open = readdirSync(`/proc/${pid}/fd`).length
    tell(
      `${count} event streams: all heard within ${heard} ms, a page takes ${Math.round(page.milliseconds)} ms, memory ${before} → ${memory(0)} MB, ${open} open files`,
    )
    expect(page.status).toBe(200)
    expect(open).toBeGreaterThan(count)
    for (const stream of streams) stream.close()
    await rig.until(async () => readdirSync(`/proc/${pid}/fd`).length < open - count / 2)
  }, 300_000)
})
