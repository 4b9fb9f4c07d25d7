import { call, type Reply } from "./http"
import type { Malformed } from "./malformed-calls"

const patience = 5_000
const errorShape = (text: string) => {
  try {
    const { error } = JSON.parse(text)
    return (
      typeof error.code === "string" &&
      typeof error.message === "string" &&
      typeof error.details === "object" &&
      error.details !== null
    )
  } catch {
    return false
  }
}

/** Sends it; a sentence when the answer is a failure of ours, comes late, or is an error of the API in another form. */
export async function problemOf(sent: Malformed, at?: number): Promise<string | undefined> {
  const say = (what: string) =>
    `${sent.door}: ${what}\n  ${JSON.stringify({ ...sent, body: sent.body?.toString().slice(0, 600) }).slice(0, 2_000)}`
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), patience)
  })
  try {
    const reply = await Promise.race([call(sent.host, sent.path, { ...sent, at }), late])
    if (reply === "late") return say(`no answer within ${patience} ms`)
    return wrongWith(sent, reply, say)
  } catch (error) {
    return say(`the connection broke: ${error}`)
  } finally {
    clearTimeout(timer)
  }
}

function wrongWith({ path, method, unreadable }: Malformed, { status, text }: Reply, say: (what: string) => string) {
  if (status >= 500 && !unreadable) return say(`${status} ${text.slice(0, 300)}`)
  // Headers that are too long, and methods that a route doesn't have, are answered before anything of ours: without a body.
  if ([405, 431].includes(status) && text === "") return undefined
  if (status >= 400 && method !== "HEAD" && path.startsWith("/api/v1/") && !errorShape(text))
    return say(`${status} without the error's schema: ${text.slice(0, 200)}`)
  return undefined
}

/** Sends all of it from so many at once; answers the problems, each door's once. */
export async function sendAll(
  all: Malformed[],
  { at, together = 8 }: { at?: number; together?: number } = {},
): Promise<string[]> {
  const problems = new Map<string, string>()
  const queue = all.values()
  const work = async () => {
    for (const one of queue) {
      const problem = await problemOf(one, at)
      const kind = problem?.split("\n")[0]
      if (problem && kind && !problems.has(kind)) problems.set(kind, problem)
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  return [...problems.values()]
}
