import { processWide } from "./process-wide"

// A process that has just started has not met the database yet.
const state = processWide("database-doubt", () => ({ raised: true }))

/** A connection ended, or the database did not answer: the next page is not begun before it has been asked. */
export function doubtDatabase(): void {
  state.raised = true
}

export const isInDoubt = () => state.raised

export function trustDatabase(): void {
  state.raised = false
}
