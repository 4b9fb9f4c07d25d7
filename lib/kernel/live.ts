import "server-only"
import { driver } from "@/db/client"
import { type Key, NoSession, withKey } from "@/db/tenant"
import { siteOf } from "@/lib/platform/current-site"
import { log } from "@/lib/platform/log"
import { processWide } from "@/lib/platform/process-wide"
import { isClosed } from "@/lib/platform/stopping"
import { isAway } from "./answer"
import { credentialOf } from "./credential"
import { Recent } from "./recent"

/** `person`: the member or portal user who alone hears of it; without one, all of the firm and the client do. */
type Notice = { firm: string; client: string | null; person?: string; name: string; subject: string }
type Listener = { keyId: string; firmId: string; clientId: string | null; actorId: string | null }
type Subscriber = Listener & { send(text: string): void; close(): void }

const hub = processWide("live", () => ({
  subscribers: new Set<Subscriber>(),
  listening: undefined as Promise<unknown> | undefined,
  recent: new Recent<Notice>(Number.POSITIVE_INFINITY),
}))

/**
 * A stream of what changed, ids only: for a firm's people all of the firm's, for a client what concerns that client.
 * `?age=` is how many milliseconds ago the page was asked for: what has happened since comes first, or `missed` where
 * this process can't know it.
 */
export async function subscribe(request: Request): Promise<Response> {
  try {
    const site = await siteOf(request.headers)
    const credential = site && (await credentialOf(request, site).catch(() => null))
    const who = credential && (await whose(credential.key))
    if (!who || !site || (site.firm && site.firm.id !== who.firmId)) return new Response(null, { status: 401 })
    hub.listening ??= listen()
    await hub.listening
    return isClosed() ? comeAgain() : streamFor(request, credential.key, who)
  } catch (error) {
    if (isAway(error)) return comeAgain()
    throw error
  }
}

// The database is away, or this process is about to end.
const comeAgain = () =>
  new Response(null, { status: 503, headers: { "retry-after": "2", "cache-control": "no-store" } })

function streamFor(request: Request, key: Key, who: Listener): Response {
  const text = new TextEncoder()
  let leave = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (line: string) => {
        try {
          controller.enqueue(text.encode(line))
        } catch {
          leave()
        }
      }
      // The session is asked again with every beat: one that was revoked hears nothing more. While nobody answers, it stays.
      const alive = () => whose(key).catch(() => who)
      const beat = setInterval(async () => ((await alive()) ? send(": beat\n\n") : leave()), 20_000)
      const subscriber: Subscriber = { ...who, send, close: () => leave() }
      leave = () => {
        clearInterval(beat)
        hub.subscribers.delete(subscriber)
        try {
          controller.close()
        } catch {}
      }
      hub.subscribers.add(subscriber)
      send("retry: 2000\n\n")
      const age = Number(new URL(request.url).searchParams.get("age") ?? Number.NaN)
      if (age >= 0) {
        const late = hub.recent.within(age, performance.now())
        if (!late) send(lineOf("missed", ""))
        for (const notice of late ?? []) if (concerns(notice, who)) send(lineOf(notice.name, notice.subject))
      }
    },
    cancel: () => leave(),
  })
  request.signal.addEventListener("abort", () => leave())
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream",
      // Without no-transform the stream is compressed, and events wait in the buffer.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  })
}

/** Ends every stream of this process, so that it can stop. */
export function closeStreams() {
  for (const subscriber of [...hub.subscribers]) subscriber.close()
}

async function whose(key: Key): Promise<Listener | null> {
  try {
    return await withKey(key, "read", async (_db, { keyId, firmId, clientId, actorId }) => ({
      keyId,
      firmId,
      clientId,
      actorId,
    }))
  } catch (error) {
    if (error instanceof NoSession) return null
    throw error
  }
}

const lineOf = (name: string, subjectId: string) => `data: ${JSON.stringify({ name, subjectId })}\n\n`

const concerns = ({ firm, client, person }: Notice, who: Listener) =>
  who.firmId === firm && (who.clientId === null || who.clientId === client) && (!person || who.actorId === person)

async function listen() {
  try {
    const tell = (payload: string) => {
      const notice = JSON.parse(payload) as Notice
      hub.recent.add(notice, performance.now())
      const line = lineOf(notice.name, notice.subject)
      for (const subscriber of hub.subscribers) if (concerns(notice, subscriber)) subscriber.send(line)
    }
    // Called again when the connection had to be opened anew: what was told meanwhile is not known here.
    const heard = () => {
      hub.recent = new Recent(performance.now())
      for (const { send } of hub.subscribers) send(lineOf("missed", ""))
    }
    await driver("app_gate").listen("live", tell, heard)
    await driver("app_gate").listen("revoked", (keyId) => {
      for (const subscriber of [...hub.subscribers]) if (subscriber.keyId === keyId) subscriber.close()
    })
  } catch (error) {
    hub.listening = undefined
    log.error(error as Error, "live events are not heard")
  }
}
