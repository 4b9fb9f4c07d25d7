import "./own-database"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { anInvoice } from "../finance"
import { aFirm, owner as database } from "../given"
import { aWorker } from "./processes"
import { limit, report, size } from "./sizes"

let worker: Awaited<ReturnType<typeof aWorker>>
let mailServer: SMTPServer
/** What a mail server hands over, and what a test does before it says yes. */
const arrived: string[] = []
let onMail: () => Promise<void> = async () => {}

beforeAll(async () => {
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      buffer(stream)
        .then(simpleParser)
        .then(async ({ messageId }) => {
          arrived.push(messageId!)
          await onMail()
        })
        .then(() => done(), done)
    },
  })
  // A client that was killed in the middle is no fault of the server's.
  mailServer.on("error", () => {})
  mailServer.listen(0, "127.0.0.1")
  await once(mailServer.server, "listening")
  process.env.SMTP_URL = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`
  worker = await aWorker()
})
afterAll(async () => {
  await worker.stop()
  await new Promise<void>((done) => mailServer.close(done))
})

/** Asks the database until it says so: what is awaited here has no other way of telling. */
async function until(what: string, ask: () => Promise<boolean>, patience = 30_000) {
  for (const from = performance.now(); !(await ask()); ) {
    if (performance.now() - from > patience) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const jobs = () => database<{ id: string }[]>`select id from graphile_worker.jobs order by id`
const noJobsLeft = (patience?: number) => until("an empty queue", async () => (await jobs()).length === 0, patience)
const blocked = () =>
  until("the worker to wait for us", async () => {
    const [row] = await database<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and usename = 'app_worker' and wait_event_type = 'Lock'`
    return row!.n > 0
  })

/** Kills the worker where it is; answers how long each job it held was nobody's. */
async function kill() {
  const held = await database<{ id: string; attempts: number }[]>`
    select id, attempts from graphile_worker.jobs where locked_at is not null`
  if (held.length === 0) throw new Error("the worker was killed while it did nothing")
  worker.kill()
  return { held, at: performance.now() }
}

async function takenUp({ held, at }: Awaited<ReturnType<typeof kill>>) {
  const attempts = new Map(held.map(({ id, attempts }) => [id, attempts]))
  await until("the jobs to be taken up", async () => {
    const left = await database<
      { id: string; attempts: number }[]
    >`select id, attempts from graphile_worker.jobs where id = any(${[...attempts.keys()]}::bigint[])`
    return left.every((job) => job.attempts > attempts.get(job.id)!)
  })
  return performance.now() - at
}

/** Holds a table, so that the worker comes to a halt where it needs it, and kills it there. */
async function killedAt(lock: string, goOn: () => void) {
  let killed: Awaited<ReturnType<typeof kill>>
  await database
    .begin(async (tx) => {
      await tx.unsafe(`lock table ${lock}`)
      goOn()
      await blocked()
      killed = await kill()
      throw new LetGo()
    })
    .catch((error) => {
      if (!(error instanceof LetGo)) throw error
    })
  return takenUp(killed!)
}

class LetGo extends Error {}
type Send = () => Promise<unknown>

/** A worker that needs the table finds it held from the start: it is stopped while the work is given to it. */
const atTable = (lock: string) => async (send: Send) => {
  process.kill(worker.pid()!, "SIGSTOP")
  await send()
  return killedAt(lock, () => process.kill(worker.pid()!, "SIGCONT"))
}

/** The table is held once the mail has arrived, and before the mail server says so. */
const afterMail = (lock: string) => async (send: Send) => {
  const killed = Promise.withResolvers<number>()
  onMail = () => {
    onMail = async () => {}
    return new Promise((answer) => killedAt(lock, answer).then(killed.resolve, killed.reject))
  }
  await send()
  return killed.promise
}

/** Where a worker dies, from the first look at a job to the last; answers the milliseconds until another went on. */
const steps: Record<string, (send: Send) => Promise<number>> = {
  "before it has entered": atTable("auth.keys in access exclusive mode"),
  "while it shares an event out": atTable("auth.keys in share mode"),
  "while it writes the mail's intent": atTable("public.mails in share mode"),
  "while it hands the mail over": async (send) => {
    const killed = Promise.withResolvers<number>()
    onMail = async () => {
      onMail = async () => {}
      const dead = await kill()
      takenUp(dead).then(killed.resolve, killed.reject)
    }
    await send()
    return killed.promise
  },
  "before it notes that the mail is out": afterMail("public.mails in share mode"),
  "before it ends the job's key": afterMail("auth.keys in share mode"),
}

/** What is wrong with the work on an invoice that was sent: one mail in the books, one message in the world. */
async function wrongWith(invoiceId: string) {
  const mails = await database<
    { id: string; status: string }[]
  >`select id, status from mails where subject_id = ${invoiceId}`
  const wrong = mails.length === 1 && mails[0]!.status === "sent" ? [] : [`mails: ${mails.map(({ status }) => status)}`]
  const messages = arrived.filter((id) => mails.some((mail) => id.includes(mail.id)))
  if (new Set(messages).size !== 1) wrong.push(`${new Set(messages).size} messages`)
  const [failed] = await database<
    { n: number }[]
  >`select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts`
  if (failed!.n > 0) wrong.push("a job was given up")
  return { wrong, arrivals: messages.length }
}

describe.skipIf(process.platform === "win32")("D4 a worker that is killed", () => {
  it("D4 leaves no job undone and none done twice, in whichever step it dies, and the next goes on within seconds", {
    timeout: limit(),
  }, async () => {
    const rounds = size(1, 33)
    const { owner } = await aFirm()
    const waits: number[] = []
    let again = 0
    for (let round = 0; round < rounds; round++) {
      for (const [step, dies] of Object.entries(steps)) {
        let id = ""
        waits.push(
          await dies(async () => {
            id = (await anInvoice(owner, "5.00")).id
          }),
        )
        await noJobsLeft()
        const { wrong, arrivals } = await wrongWith(id)
        expect(wrong, step).toEqual([])
        again += arrivals - 1
      }
    }
    expect(worker.starts()).toBe(waits.length + 1)
    waits.sort((a, b) => a - b)
    const [middle, longest] = [waits[Math.floor(waits.length / 2)]!, waits.at(-1)!].map(Math.round)
    report("D4", { kills: waits.length, "same message again": again, "taken up after ms": `${middle}/${longest}` })
    expect(middle).toBeLessThan(process.env.LONG ? 5_000 : 15_000)
  })

  it("D4 keeps its names when its connections are lost, so that nobody takes it for dead", async () => {
    const holders = () => database<{ pid: number; slot: number }[]>`select pid, objid::int as slot from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and classid::bigint = ${0x77726b} order by 2`
    const starts = worker.starts()
    const before = await holders()
    expect(before).toHaveLength(3)
    await database`select pg_terminate_backend(pid) from (select distinct unnest(${before.map(({ pid }) => pid)}::int[]) as pid) p`
    await until("the names to be let go", async () => (await holders()).length === 0)
    await until("the names to be held again", async () => (await holders()).length === before.length)
    expect((await holders()).map(({ slot }) => slot)).toEqual(before.map(({ slot }) => slot))
    expect(worker.starts()).toBe(starts)
  })

  it("D4 control: a job that nobody frees, and a mail that is written twice, are found out", {
    timeout: limit(),
  }, async () => {
    const { owner, firm } = await aFirm()
    process.kill(worker.pid()!, "SIGSTOP")
    const { id } = await anInvoice(owner, "5.00")
    // As graphile-worker itself would leave it: in a name that no later process can know.
    await database`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-of-yesterday'`
    process.kill(worker.pid()!, "SIGCONT")
    await expect(noJobsLeft(6_000)).rejects.toThrow("an empty queue")
    expect((await wrongWith(id)).wrong).toEqual(["mails: ", "0 messages"])
    await database`update graphile_worker._private_jobs set locked_at = null, locked_by = null`
    await noJobsLeft()
    expect((await wrongWith(id)).wrong).toEqual([])
    await database`insert into mails (firm_id, id, dedupe_key, template, recipient, subject_id, status, created_at, updated_at)
      values (${firm.id}, gen_random_uuid(), 'again', 'invoice.sent', 'accounts@harbour.test', ${id}, 'sent', now(), now())`
    expect((await wrongWith(id)).wrong).toEqual(["mails: sent,sent"])
  })
})
