import "server-only"
import { forbidden as forbiddenPage, notFound, redirect } from "next/navigation"
import type { z } from "zod"
import { sessionKey, surfaceOf } from "@/lib/platform/session"
import type { Operation } from "./operation"
import { perform } from "./perform"
import { Refusal } from "./refusal"
import { currentVisit } from "./visit"

/** What a page reads. A refusal becomes the page that the visitor should see instead. */
export async function load<In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<In, Out>,
  input: z.input<In>,
): Promise<z.output<Out>> {
  try {
    return await read(operation, input)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === "unauthenticated") redirect("/sign-in")
    if (error.code === "forbidden") forbiddenPage()
    notFound()
  }
}

/** As load, but null for what the visitor may not see or what isn't there: for parts of a page. */
export async function loadIfAllowed<In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<In, Out>,
  input: z.input<In>,
): Promise<z.output<Out> | null> {
  try {
    return await read(operation, input)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function read<In extends z.ZodType, Out extends z.ZodType>(operation: Operation<In, Out>, input: z.input<In>) {
  const visit = await currentVisit()
  const surface = surfaceOf(visit.site.kind)
  return perform(operation, surface && (await sessionKey(surface)), input, visit)
}
