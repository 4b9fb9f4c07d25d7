import type { JobHelpers, TaskList } from "graphile-worker"
import { driver } from "@/db/client"
import { type Key, NoSession, withKey } from "@/db/tenant"
import { reactions, tasks } from "@/lib/domains"
import { sendResetMail } from "@/lib/domains/access/reactions"
import { sendDemoRequestMail, sendSignUpMail } from "@/lib/domains/sign-up/reactions"
import { actorOf } from "@/lib/kernel/actor"
import type { Visit } from "@/lib/kernel/operation"
import { perform } from "@/lib/kernel/perform"
import type { Happened, ReactionScope } from "@/lib/kernel/reaction"
import { enqueue } from "@/lib/kernel/recorder"
import { log, withLogContext } from "@/lib/platform/log"

type Payload = Record<string, unknown> & { key: string; firmId: string }
type Handler = (payload: Payload, scope: ReactionScope) => Promise<void>

/** A job of a firm: entered by its own key, which ends with it. */
const ofFirm =
  (handler: Handler) =>
  async (given: unknown, helpers: JobHelpers): Promise<void> => {
    const payload = given as Payload
    const { job } = helpers
    await withLogContext({ requestId: `job-${job.id}`, firm: payload.firmId }, async () => {
      try {
        await handler(payload, await scopeOf({ surface: "job", secret: payload.key }, `job-${job.id}`))
      } catch (error) {
        if (error instanceof NoSession) return log.warn("job of a firm that is closed: dropped")
        log.warn(error as Error, `job ${job.task_identifier} failed (attempt ${job.attempts})`)
        throw error
      }
      await driver("app_worker")`select app.end_job_key(${payload.key})`
    })
  }

async function scopeOf(key: Key, requestId: string): Promise<ReactionScope> {
  const actor = await withKey(key, "read", async (_db, who) => actorOf(who, "job"))
  const visit: Visit = { site: { kind: "firm", host: "", firm: null }, ip: "", userAgent: "worker", requestId }
  return {
    key,
    actor,
    read: (work) => withKey(key, "read", work),
    write: (work) => withKey(key, "write", work),
    perform: (operation, input) => perform(operation, key, input as never, visit) as never,
  }
}

const reacting = new Map(reactions.map((reaction) => [reaction.name, reaction]))

export const taskList: TaskList = {
  /** Something happened: one job for each reaction, so that one that fails repeats alone. */
  event: ofFirm(async ({ key: _key, firmId: _firm, ...event }, { write }) => {
    const { id, name } = event as unknown as Happened
    const wanted = reactions.filter(({ on }) => (Array.isArray(on) ? on.includes(name) : on === name))
    if (wanted.length === 0) return
    await write(async (db) => {
      for (const { name: reaction } of wanted) {
        await enqueue(db, "reaction", { ...event, reaction }, { jobKey: `reaction:${reaction}:${id}` })
      }
    })
  }),

  reaction: ofFirm(async ({ key: _key, firmId: _firm, reaction, ...event }, scope) => {
    const known = reacting.get(String(reaction))
    if (known) await known.run(event as unknown as Happened, scope)
  }),

  ...Object.fromEntries(
    tasks.map(({ name, run }) => [
      name,
      ofFirm(({ key: _key, firmId: _firm, ...payload }, scope) => run(payload, scope)),
    ]),
  ),

  sign_up_mail: (payload) => sendSignUpMail(payload as Parameters<typeof sendSignUpMail>[0]),
  demo_request_mail: (payload) => sendDemoRequestMail(payload as Parameters<typeof sendDemoRequestMail>[0]),
  reset_mail: (payload) => sendResetMail(payload as { keyId: string; email: string; host: string }),

  async sweep() {
    await driver("app_worker")`select auth.sweep()`
    await driver("app_worker")`select app.sweep_idempotency()`
  },
}
