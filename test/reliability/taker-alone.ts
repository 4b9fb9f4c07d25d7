import { createInterface } from "node:readline"

/** The limiter as it must not be: each process counts in its own memory. */
process.stdout.write("ready\n")
for await (const line of createInterface({ input: process.stdin })) {
  const { allowed, seconds, times } = JSON.parse(line)
  const answers = Array.from({ length: times }, (_, taken) =>
    taken < allowed ? { remaining: allowed - taken - 1, waitMs: 0 } : { remaining: -1, waitMs: seconds * 1000 },
  )
  process.stdout.write(`${JSON.stringify(answers)}\n`)
}
