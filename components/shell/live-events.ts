export type LiveEvent = { name: string; subjectId: string }

type Listener = { event: (event: LiveEvent) => void; reconnected: () => void }

/**
 * One event stream for all tabs of this host: the tab that holds the lock reads it and tells the others. When that tab
 * goes, the lock passes on. Answers a function that stops listening.
 */
export function followEvents(url: string, listener: Listener): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel(`live:${url}`)
  const hear = (message: LiveEvent | "reconnected") => {
    if (message === "reconnected") listener.reconnected()
    else listener.event(message)
  }
  channel.onmessage = ({ data }) => hear(data)

  // The lock may be given after this page has gone: then another leads.
  const lead = async () => {
    if (stop.signal.aborted) return
    await readStream(url, stop.signal, (message) => {
      if (stop.signal.aborted) return
      channel.postMessage(message)
      hear(message)
    })
  }
  if (navigator.locks) navigator.locks.request(`live:${url}`, { signal: stop.signal }, lead).catch(() => {})
  else void lead()

  return () => {
    stop.abort()
    channel.close()
  }
}

/** Reads until stopped; after a failure waits 1, 2, 4 … 30 s, since EventSource gives up for good on an error answer. */
function readStream(url: string, stop: AbortSignal, tell: (message: LiveEvent | "reconnected") => void): Promise<void> {
  return new Promise((done) => {
    let source: EventSource
    let failures = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const connect = () => {
      source = new EventSource(url)
      source.onopen = () => {
        if (failures) tell("reconnected")
        failures = 0
      }
      source.onmessage = ({ data }) => {
        const event = parseEvent(data)
        if (event) tell(event)
      }
      source.onerror = () => {
        source.close()
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
