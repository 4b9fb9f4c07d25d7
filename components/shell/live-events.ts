import { Recent } from "@/lib/kernel/recent"

export type LiveEvent = { name: string; subjectId: string }

type Listener = { event: (event: LiveEvent) => void; missed: () => void }

/** Between tabs: what happened, or a tab's question (by its id) what has happened in the last `age` milliseconds. */
type Wire = { told: LiveEvent } | { asks: string; age: number } | { answers: string; told: LiveEvent[] | null }

const missed: LiveEvent = { name: "missed", subjectId: "" }

/**
 * One event stream for all tabs of this host: the tab that holds the lock reads it and tells the others. When that tab
 * goes, the lock passes on. What happened since this page was asked for is told too. Answers a function that stops listening.
 */
export function followEvents(url: string, listener: Listener): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel(`live:${url}`)
  const me = crypto.randomUUID()
  const recent = new Recent<LiveEvent>(performance.now())
  let leading = false
  let waited = false

  const hear = (event: LiveEvent) => (event.name === missed.name ? listener.missed() : listener.event(event))
  channel.onmessage = ({ data }: MessageEvent<Wire>) => {
    if ("asks" in data) {
      if (leading) post({ answers: data.asks, told: recent.within(data.age, performance.now()) })
    } else if ("answers" in data) {
      if (data.answers === me) for (const event of data.told ?? [missed]) hear(event)
    } else hear(data.told)
  }
  const post = (message: Wire) => channel.postMessage(message)

  // The lock may be given after this page has gone: then another leads.
  const lead = async () => {
    if (stop.signal.aborted) return
    leading = true
    // Who waited for the lock doesn't know what happened between the last leader's end and now.
    if (waited) hear(missed)
    await readStream(`${url}?age=`, stop.signal, (event) => {
      if (stop.signal.aborted) return
      recent.add(event, performance.now())
      post({ told: event })
      hear(event)
    })
  }
  const wait = async (lock: Lock | null) => {
    if (lock || stop.signal.aborted) return lead()
    waited = true
    post({ asks: me, age: performance.now() })
    navigator.locks.request(`live:${url}`, { signal: stop.signal }, lead).catch(() => {})
  }
  if (navigator.locks) navigator.locks.request(`live:${url}`, { ifAvailable: true }, wait).catch(() => {})
  else void lead()

  return () => {
    stop.abort()
    channel.close()
  }
}

/** Reads until stopped; after a failure waits 1, 2, 4 … 30 s, since EventSource gives up for good on an error answer. */
function readStream(url: string, stop: AbortSignal, tell: (event: LiveEvent) => void): Promise<void> {
  return new Promise((done) => {
    let source: EventSource
    let failures = 0
    // The page's own age at first: a browser's clock, set or not, says nothing about the server's.
    let known = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const connect = () => {
      source = new EventSource(url + Math.ceil(performance.now() - known))
      source.onopen = () => {
        failures = 0
      }
      source.onmessage = ({ data }) => {
        const event = parseEvent(data)
        if (event) tell(event)
      }
      source.onerror = () => {
        source.close()
        if (failures === 0) known = Math.max(0, performance.now() - 25_000)
        timer = setTimeout(connect, backOff(failures++))
      }
    }
    connect()
    stop.addEventListener("abort", () => {
      clearTimeout(timer)
      source.close()
      done()
    })
  })
}

export function backOff(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** failures) * (0.75 + Math.random() / 2)
}

export function parseEvent(data: string): LiveEvent | null {
  try {
    const event: unknown = JSON.parse(data)
    const known = typeof event === "object" && event !== null && "name" in event && typeof event.name === "string"
    return known ? { name: event.name as string, subjectId: String("subjectId" in event ? event.subjectId : "") } : null
  } catch {
    return null
  }
}
