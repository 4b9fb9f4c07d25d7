import { AsyncLocalStorage } from "node:async_hooks"
import { processWide } from "./process-wide"

type Clock = () => Date

const clocks = processWide("clock", () => new AsyncLocalStorage<Clock>())

/** The time of day as this code should see it; every timestamp the application makes comes from here. */
export function now(): Date {
  return clocks.getStore()?.() ?? new Date()
}

/** The calendar date in a time zone, as YYYY-MM-DD. */
export function today(timeZone = "UTC"): string {
  return dateIn(timeZone, now())
}

/** The calendar date of a moment in a time zone, as YYYY-MM-DD. */
export function dateIn(timeZone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
    .formatToParts(moment)
    .reduce<Record<string, string>>((all, { type, value }) => Object.assign(all, { [type]: value }), {})
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** Runs `work`, and everything it awaits, at another time: seeds and tests live in the past. */
export function withClock<T>(clock: Date | Clock, work: () => T): T {
  return clocks.run(typeof clock === "function" ? clock : () => new Date(clock), work)
}
