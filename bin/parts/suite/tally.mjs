import { existsSync, readFileSync } from "node:fs"
import { seconds } from "../say.mjs"

/** What a run has shown so far: tests counted, checks that failed, and what it could not test. */
export function tally() {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const failures = []
  const omissions = []
  const timings = []

  return {
    add: (counts) => {
      for (const name of Object.keys(sum)) sum[name] += counts[name] ?? 0
    },
    fail: (name, reason) => failures.push({ name, reason }),
    omit: ({ omission, command }) => omissions.push({ omission, command }),
    time: (title, ms) => timings.push([title, ms]),

    /** Prints the summary, its last line in the form `N passed, N failed`; returns whether all is well. */
    close({ strict }) {
      console.log("")
      for (const [title, ms] of timings) console.log(`${seconds(ms).padStart(9)}  ${title}`)
      for (const { name, reason } of failures) console.log(`\n✗ ${name}: ${reason}`)
      for (const { omission, command } of omissions) {
        console.log(`\n${strict ? "✗" : "!"} Not tested: ${omission}.\n  This adds it: ${command}`)
      }
      if (sum.skipped > 0) console.log(`\n${sum.skipped} tests were skipped.`)
      const failed = sum.failed + failures.length + (strict ? omissions.length : 0)
      console.log(`\n${sum.passed} passed, ${failed} failed`)
      return failed === 0
    },
  }
}

/** The counts in vitest's JSON report; undefined when there is none. */
export function vitestCounts(file) {
  if (!existsSync(file)) return undefined
  const report = JSON.parse(readFileSync(file, "utf8"))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/** The counts in Playwright's JSON report; undefined when there is none. */
export function playwrightCounts(file) {
  if (!existsSync(file)) return undefined
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(file, "utf8")).stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}
