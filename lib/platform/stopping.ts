import { processWide } from "./process-wide"

const state = processWide("stopping", () => ({ asked: false, closed: false }))

/** Asked to stop, and still serving: the proxy in front is to send nobody here any more. */
export const isStopping = () => state.asked
/** No stream is opened any more: nobody would be left to end it. */
export const isClosed = () => state.closed

type Signal = "SIGTERM" | "SIGINT"

/**
 * Stops in this order: /ready says so; everything is served on for as long as the proxy in front needs to notice; streams
 * end; then what listened for the signal before, Next, takes no more connections, finishes what it has, and ends the process.
 */
export function stopGently({ seconds, endStreams }: { seconds: () => number; endStreams(): void }) {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const next = process.listeners(signal) as ((signal: Signal) => void)[]
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (state.asked) return
      state.asked = true
      setTimeout(() => {
        state.closed = true
        endStreams()
        for (const listener of next) listener(signal)
      }, seconds() * 1000)
    })
  }
}
