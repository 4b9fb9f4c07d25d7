import { AsyncLocalStorage } from "node:async_hooks"
import { type DestinationStream, type Logger, pino } from "pino"
import { processWide } from "./process-wide"
import { redact, scrub } from "./redact"

/** What every line of a request or a job says about where it belongs. */
export interface LogContext {
  requestId?: string
  firm?: string
  user?: string
  [field: string]: string | number | undefined
}

const contexts = processWide("log-context", () => new AsyncLocalStorage<LogContext>())

/** Runs `work` with these fields on every line it logs, added to the ones around it. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return contexts.run({ ...contexts.getStore(), ...context }, work)
}

/** Adds fields that became known on the way, such as the user after the session was read. */
export function addLogContext(context: LogContext): void {
  const current = contexts.getStore()
  if (current) Object.assign(current, context)
}

export function logContext(): Readonly<LogContext> {
  return contexts.getStore() ?? {}
}

/** A logger that cannot print secrets: whatever it is given is redacted first. */
export function createLog(destination?: DestinationStream, level = process.env.LOG_LEVEL || "info"): Logger {
  const log = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ ...contexts.getStore() }),
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error) => error },
      hooks: {
        logMethod(given, method) {
          const [first, ...rest] = given.map((part: unknown) => (typeof part === "string" ? scrub(part) : redact(part)))
          const fields = (given[0] as unknown) instanceof Error ? { err: first } : first
          method.apply(this, [fields, ...rest] as Parameters<typeof method>)
        },
      },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  )
  // pino runs no formatter over a child's bindings.
  const { child } = log
  log.child = function redacted(this: Logger, bindings: Record<string, unknown>) {
    return child.call(this, redact(bindings) as Record<string, unknown>)
  } as Logger["child"]
  return log
}

export const log = processWide("log", () => createLog())
