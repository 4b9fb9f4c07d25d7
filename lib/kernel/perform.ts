import "server-only"
import type { z } from "zod"
import { gate } from "@/db/gate"
import { type Key, NoSession, sqlState, type TenantDb, withKey } from "@/db/tenant"
import { addLogContext } from "@/lib/platform/log"
import { type Actor, actorOf } from "./actor"
import { isAway } from "./answer"
import { claim, complete, keepIntent, letGo } from "./idempotency"
import type { Operation, Visit } from "./operation"
import { type Recorded, Recorder } from "./recorder"
import { conflict, forbidden, notFound, Refusal, unauthenticated } from "./refusal"

/** What a dry run would have done. */
export type Effects = { operation: string; effects: Pick<Recorded, "name" | "subjectId" | "fields">[]; result: unknown }

class Rehearsed extends Error {
  constructor(readonly effects: Effects) {
    super("rolled back")
  }
}

/** The one door every surface uses: who, permission, input, transaction, audit, output. */
export async function perform<In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<In, Out>,
  key: Key | null,
  input: z.input<In>,
  visit: Visit,
): Promise<z.output<Out>> {
  if (operation.enter) {
    const answer = await operation.enter(parse(operation, input), visit, gate)
    return operation.output.parse(answer)
  }
  const opened = operation.credential ? await operation.credential(parse(operation, input), visit) : key
  if (!opened) throw operation.credential ? notFound("page") : unauthenticated()

  const intent = await transact(operation, opened, visit, async (scope) => {
    if (!scope.actor.permissions.has(operation.permission)) throw forbidden(operation.summary)
    const result = await operation.run(parse(operation, input), scope)
    return operation.call ? result : operation.output.parse(result)
  })
  if (!operation.call) return intent as z.output<Out>

  const answer = await operation.call(intent)
  if (!operation.settle) return operation.output.parse(answer)
  return transact(operation, opened, visit, async (scope) =>
    operation.output.parse(await operation.settle!(intent, answer, scope)),
  )
}

/** Does a mutation in its transaction, lists what it recorded, and rolls it back. */
export async function rehearse(operation: Operation, key: Key, input: unknown, visit: Visit): Promise<Effects> {
  try {
    await perform(operation, key, input, { ...visit, dryRun: true })
  } catch (error) {
    if (error instanceof Rehearsed) return error.effects
    throw error
  }
  throw new Refusal("bad_request", { key: "kernel.noDryRun" })
}

/** An operation with a key that makes replays harmless: the first answer is given again. */
export async function performOnce(
  operation: Operation,
  key: Key,
  input: unknown,
  visit: Visit,
  fingerprint: string,
): Promise<unknown> {
  const once = visit.idempotencyKey!
  let replayed: { body: unknown } | undefined
  let actor: Actor
  let asked = false
  const wrapped: Operation = {
    ...operation,
    async run(parsed, scope) {
      const held = await claim(scope.db, scope.actor, once, fingerprint)
      if (held.state === "done") {
        replayed = { body: JSON.parse(held.response) }
        throw new Replay()
      }
      actor = scope.actor
      if (held.state === "left") {
        wrapped.mayDoNothing = true // its intent was recorded the first time
        return held.intent
      }
      const result = await operation.run(parsed, scope)
      if (operation.settle) await keepIntent(scope.db, scope.actor, once, result)
      else await complete(scope.db, scope.actor, once, operation.output.parse(result))
      return result
    },
    ...(operation.settle && {
      call(intent) {
        asked = true
        return operation.call!(intent)
      },
      async settle(intent, answer, scope) {
        const result = await operation.settle!(intent, answer, scope)
        await complete(scope.db, scope.actor, once, operation.output.parse(result))
        return result
      },
    }),
  }
  try {
    return await perform(wrapped, key, input, visit)
  } catch (error) {
    if (error instanceof Replay && replayed) return replayed.body
    // Where that fails too, the hold runs out by itself.
    if (asked) await withKey(key, "write", (db) => letGo(db, actor, once)).catch(() => {})
    throw error
  }
}

class Replay extends Error {}

function parse<In extends z.ZodType>(operation: Operation<In>, input: unknown): z.output<In> {
  const parsed = operation.input.safeParse(input, { reportInput: true })
  if (!parsed.success) throw Refusal.invalid(parsed.error)
  return parsed.data
}

/** Numbers, days and zones that PostgreSQL doesn't know, such as the year 0, and text that it can't keep. */
const outOfRange = new Set(["22003", "22007", "22008", "22009", "22021"])

type Work<T> = (scope: import("./operation").Scope) => Promise<T>

async function transact<T>(operation: Operation, key: Key, visit: Visit, work: Work<T>, again = true): Promise<T> {
  try {
    return await withKey(key, operation.effect, async (db, who) => {
      const actor = actorOf(who, key.surface)
      agree(operation, actor, visit)
      addLogContext({ firm: actor.firmId ?? undefined, user: actor.userId ?? undefined })
      return inScope(operation, db, actor, visit, work)
    })
  } catch (error) {
    if (error instanceof NoSession) throw operation.credential ? notFound("page") : unauthenticated()
    // Two changes met: the database refused one of them, which did nothing; it may try once more.
    if (again && operation.effect === "write" && ["40001", "40P01"].includes(sqlState(error) ?? "")) {
      return transact(operation, key, visit, work, false)
    }
    // The connection was lost under a question: it may be asked once more.
    if (again && operation.effect === "read" && isAway(error)) return transact(operation, key, visit, work, false)
    // What an operation did not foresee, the schema refuses: that is an answer too.
    if (sqlState(error) === "23505") throw conflict("kernel.taken")
    if (sqlState(error) === "23503") throw conflict("kernel.inUse")
    if (outOfRange.has(sqlState(error) ?? "")) throw new Refusal("validation_error", { key: "kernel.invalid" })
    throw error
  }
}

/** Host, key and X-Tenant-ID name one firm, or nothing is done. */
function agree(operation: Operation, { firmId }: Actor, { site, tenantId }: Visit) {
  if (firmId === null) return
  if ((site.firm && site.firm.id !== firmId) || (tenantId && tenantId !== firmId)) {
    if (operation.credential) throw notFound("page") // a link of another firm opens nothing here
    throw new Refusal("forbidden", { key: "kernel.otherFirm" })
  }
}

async function inScope<T>(operation: Operation, db: TenantDb, actor: Actor, visit: Visit, work: Work<T>): Promise<T> {
  const recorder = new Recorder(db, operation, actor, visit)
  const result = await work(recorder.scope)
  const mustRecord = operation.effect === "write" && operation.permission !== "self:use" && !operation.mayDoNothing
  if (mustRecord && recorder.empty) {
    throw new Error(`${operation.name} recorded nothing`)
  }
  await recorder.keep()
  if (visit.dryRun && operation.effect === "write") {
    const effects = recorder.recorded.map(({ name, subjectId, fields }) => ({ name, subjectId, fields }))
    const shown = operation.call ? undefined : operation.output.safeParse(result).data
    throw new Rehearsed({ operation: operation.name, effects, result: shown ?? null })
  }
  return result
}
