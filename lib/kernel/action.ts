import "server-only"
import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { getLocale } from "next-intl/server"
import type { z } from "zod"
import type { Key } from "@/db/tenant"
import { log } from "@/lib/platform/log"
import { sessionKey, surfaceOf } from "@/lib/platform/session"
import { whatIsAway } from "./answer"
import type { FormState } from "./form-state"
import { fromText } from "./from-text"
import type { Operation, Visit } from "./operation"
import { perform } from "./perform"
import { limit } from "./rate-limit"
import { inWords, Refusal } from "./refusal"
import { currentVisit } from "./visit"

type After<Out> = {
  /** Where a success leads; the same page again when there is none. */
  to?: (result: Out, form: FormData) => string
  /** Runs on a success, before the way on: to set a cookie. */
  before?: (result: Out, visit: Visit) => Promise<void>
  /** What of the result the form gets back; nothing by default. */
  data?: (result: Out) => unknown
}

/** A server action that performs an operation with the fields of a form. What was typed survives a refusal. */
export function action<In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<In, Out>,
  after: After<z.output<Out>> = {},
) {
  return async (_previous: FormState, given: FormData): Promise<FormState> => {
    const form = formOf(given)
    let way: string | undefined
    let data: unknown
    try {
      const visit = await currentVisit()
      const version = Number(form.get("_version") ?? Number.NaN)
      const input = fromText(operation.input, form) as z.input<In>
      // What strangers may send is limited by address here as on the API.
      if (operation.rate === "public") await limit(operation, null, visit)
      const result = await perform(operation, await keyOf(visit), input, {
        ...visit,
        expectedVersion: Number.isInteger(version) ? version : undefined,
      })
      await after.before?.(result, visit)
      way = after.to?.(result, form)
      data = after.data?.(result)
    } catch (error) {
      return refused(error, form)
    }
    if (way) redirect(way)
    refresh()
    return { ok: true, fields: {}, values: {}, data }
  }
}

/** What calls an action by hand may send anything: what is no form is an empty one. */
export const formOf = (given: unknown) => (given instanceof FormData ? given : new FormData())

async function keyOf(visit: Visit): Promise<Key | null> {
  const surface = surfaceOf(visit.site.kind)
  return surface && (await sessionKey(surface))
}

async function refused(error: unknown, form: FormData): Promise<FormState> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$") && !/password/i.test(name)) values[name] = value
  }
  if (error instanceof Refusal) {
    const { message, details } = inWords(error, await getLocale())
    return { ok: false, message, fields: details, values }
  }
  log.error(error as Error, "action failed")
  const { requestId } = await currentVisit()
  const key = whatIsAway(error) ?? "kernel.failed"
  const { message } = inWords(new Refusal("unavailable", { key, values: { requestId } }), await getLocale())
  return { ok: false, message, fields: {}, values }
}
