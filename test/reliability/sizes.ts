const share = Number(process.env.LONG || 0)

/** How much a test does: little in `npm test`, all of it in `npm run test:long`; LONG=0.1 asks for a tenth of that. */
export const size = (short: number, long: number) => (share > 0 ? Math.max(short, Math.round(long * share)) : short)

/** A time limit: minutes where it is short, a night where it is long. */
export const limit = (ms = 120_000) => (share > 0 ? 8 * 3_600_000 : ms)

/** Says what was done and measured, so that a run's log is its report. */
export const report = (goal: string, figures: Record<string, string | number>) =>
  process.stdout.write(
    `  ${goal}  ${Object.entries(figures)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")}\n`,
  )
