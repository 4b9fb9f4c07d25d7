/**
 * Calls `stop` once when this process is asked to end, and makes it end at once when asked again later.
 * `heard` on the answer tells that it was asked.
 */
export function onStopSignal(stop) {
  const state = { heard: 0 }
  const hear = async () => {
    // npm passes on what the terminal has sent already: only a later one means impatience.
    if (state.heard && Date.now() - state.heard < 1_500) return
    if (state.heard) process.exit(1)
    state.heard = Date.now()
    clearInterval(orphaned)
    await stop()
    process.exit(0)
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, hear)

  // A SIGTERM to npm ends the shell between npm and this process, and never arrives here.
  const parent = process.ppid
  const startedByNpm = process.env.npm_lifecycle_event !== undefined && parent !== 1
  const orphaned = setInterval(() => startedByNpm && process.ppid !== parent && hear(), 200)
  orphaned.unref()
  return state
}
