import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hasProxy, type Rig, startRig } from "./rig"
import { sizes } from "./sizes"

let rig: Rig
beforeAll(async () => {
  if (hasProxy) rig = await startRig({ name: "restart" })
})
afterAll(() => rig?.close())

const unique = (name: string, n: number) => `${name}-${process.pid}-${n}`

/** People and programs at work until told to stop: reads, pages and writes; answers what each was told. */
function work(lanes: number, headers: Record<string, string>, cookie: string) {
  const answers: { what: string; status: number | string }[] = []
  const created: string[] = []
  let working = true
  let n = 0
  const once = async () => {
    const at = n++
    const name = unique("Rolling", at)
    const [what, send] = [
      ["page", () => rig.call("acme", "/clients", { headers: { cookie } })] as const,
      ["list", () => rig.call("acme", "/api/v1/crm/leads?limit=10", { headers })] as const,
      [
        "invite",
        () =>
          rig.call("acme", "/api/v1/team/members", {
            method: "POST",
            headers,
            body: { email: `${name.toLowerCase()}@rolling.test`, name, role: "staff" },
          }),
      ] as const,
    ][at % 3]!
    const answer = await send().catch((error: NodeJS.ErrnoException) => ({
      status: String(error.code ?? error),
      text: "",
    }))
    answers.push({ what, status: answer.status })
    if (what === "invite" && answer.status === 201) created.push(`${name.toLowerCase()}@rolling.test`)
  }
  const done = Promise.all(
    Array.from({ length: lanes }, async () => {
      while (working) await once()
    }),
  )
  return {
    answers,
    created,
    async stop() {
      working = false
      await done
    },
  }
}

const failures = (answers: { what: string; status: number | string }[]) =>
  answers.filter(({ status }) => typeof status === "string" || status >= 400)

describe.runIf(hasProxy)("two web processes and two workers behind the proxy", () => {
  it("are restarted one by one under load: no request fails, no job is lost or done twice", async () => {
    const headers = await rig.token("acme", "owner@acme.test")
    const cookie = await rig.signIn("acme", "owner@acme.test")
    const load = work(sizes(6, 16), headers, cookie)
    const stops: { milliseconds: number }[] = []
    for (let round = 0; round < sizes(1, 10); round++) {
      for (const at of [0, 1]) stops.push(await rig.restartWeb(at))
      for (const at of [0, 1]) stops.push(await rig.restartWorker(at))
    }
    await load.stop()

    expect(failures(load.answers)).toEqual([])
    expect(load.created.length).toBeGreaterThan(10)
    // Each invitation's mail left once: that is the job.
    await rig.until(async () => (await mailsTo(load.created)).length >= load.created.length)
    const mails = await mailsTo(load.created)
    expect(new Set(mails).size).toBe(load.created.length)
    expect(mails).toHaveLength(load.created.length)
    const [left] =
      await rig.owner`select count(*)::int as failed from graphile_worker.jobs where last_error is not null`
    expect(left).toEqual({ failed: 0 })
    const slowest = Math.max(...stops.map(({ milliseconds }) => milliseconds))
    process.stdout.write(
      `  rolling restart: ${load.answers.length} requests, 0 failed; ${load.created.length} jobs, each once; slowest stop ${Math.round(slowest)} ms\n`,
    )
  })

  it("say at /ready that they stop, serve on, and end their streams, which another opens and tells what has happened", async () => {
    const headers = await rig.token("acme", "owner@acme.test")
    const direct = rig.web(0)
    const [first, second] = await Promise.all([0, 1].map((at) => rig.web(at).listen("acme", headers)))
    const cut = performance.now()
    const ended = rig.stop("web-0")
    await rig.until(async () => (await direct.call("", "/ready")).status === 503)
    expect(JSON.parse((await direct.call("", "/ready")).text)).toEqual({ status: "stopping" })
    expect((await direct.call("acme", "/sign-in")).status).toBe(200)

    await first!.ended
    const created = await rig.call("acme", "/api/v1/crm/leads", {
      method: "POST",
      headers,
      body: {
        companyName: unique("Wharf", 0),
        contactName: "Robin Reed",
        email: "wharf@rolling.test",
        source: "test",
      },
    })
    expect(created.status).toBe(201)
    const { id } = JSON.parse(created.text).data
    const again = await rig.listen("acme", headers, `?age=${Math.ceil(performance.now() - cut)}`)
    await rig.until(async () => again.events.some(({ subjectId }) => subjectId === id))
    await rig.until(async () => second!.events.some(({ subjectId }) => subjectId === id))
    for (const stream of [again, second!]) stream.close()
    const { reason } = await ended
    expect(["exit code 143", "SIGTERM"]).toContain(reason)
    await rig.startWeb(0)
  })

  it("lose requests when they are killed instead: the count above can find it", async () => {
    const headers = await rig.token("acme", "owner@acme.test")
    const load = work(4, headers, await rig.signIn("acme", "owner@acme.test"))
    await rig.until(async () => load.answers.length > 4)
    await Promise.all([0, 1].map((at) => rig.stop(`web-${at}`, "SIGKILL")))
    await rig.until(async () => failures(load.answers).length > 0)
    await load.stop()
    for (const at of [0, 1]) await rig.startWeb(at)
  })

  it("are what the proxy is for: it compresses pages, and drops what strangers say of themselves", async () => {
    const cookie = await rig.signIn("acme", "owner@acme.test")
    const page = await rig.call("acme", "/clients", { headers: { cookie, "accept-encoding": "gzip" } })
    expect(page.headers["content-encoding"]).toBe("gzip")
    const spoofed = await rig.call("birch", "/sign-in", { headers: { "x-site-host": `acme.${rig.domain}` } })
    expect(spoofed.text).toContain("Birch")
    expect(spoofed.text).not.toContain("Acme")
    const upload = await rig.call("acme", "/api/v1/files/nothing", { method: "PUT", body: "x".repeat(20_000_000) })
    expect(upload.status).toBe(403)
  })
})

/** Whom mail has reached, each as often as it did. */
async function mailsTo(addresses: string[]): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${rig.ports.mailbox}/api/messages`)
  const { messages } = (await answer.json()) as { messages: { to: { address: string }[] }[] }
  const wanted = new Set(addresses)
  return messages.flatMap(({ to }) => to.map(({ address }) => address)).filter((address) => wanted.has(address))
}
