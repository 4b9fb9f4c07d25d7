import type { HostFirm } from "@/db/gate"
import { operations } from "@/lib/domains"
import { accessTokens } from "@/lib/kernel/credential"
import { serveRest } from "@/lib/kernel/rest"
import type { Somebody } from "./given"

const serve = serveRest(operations)

export type Answer = {
  status: number
  headers: Headers
  body: {
    data?: never
    meta?: never
    error?: { code: string; message: string; details: Record<string, string[]> }
  } & Record<string, unknown>
}

/** An address that an id alone has. */
export const addressOf = (id: string | undefined) => id?.replaceAll("-", "").replace(/.{4}(?=.)/g, "$&:")

/** Calls the REST API as a program would, in this process: everything but the network. */
export async function call(
  who: Somebody | null,
  line: `${string} /${string}`,
  body?: unknown,
  { headers = {}, firm, raw }: { headers?: Record<string, string>; firm?: HostFirm; raw?: BodyInit } = {},
): Promise<Answer> {
  const [method, path] = line.split(" ") as [string, string]
  const host = firm ? `${firm.subdomain}.localhost:3000` : (who?.visit.site.host ?? "localhost:3000")
  const surface = who?.key.surface
  const token =
    who && surface !== "job"
      ? await accessTokens.issue({ jti: who.key.secret, sub: who.userId, surface: surface ?? "workspace", firm: null })
      : null
  const response = await serve(
    new Request(`http://${host}/api/v1${path}`, {
      method,
      headers: {
        "x-site-host": host,
        // An address of its own for each firm, so that one test's failures don't throttle another's.
        "x-forwarded-for": addressOf(firm?.id ?? who?.userId) ?? "127.0.0.1",
        ...(token && { authorization: `Bearer ${token}` }),
        ...((body !== undefined || raw !== undefined) && { "content-type": "application/json" }),
        ...headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    }),
  )
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith("{") ? JSON.parse(text) : { text },
  }
}
