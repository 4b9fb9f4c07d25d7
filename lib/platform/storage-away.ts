import { log } from "./log"
import { type Storage, WrongLengthError } from "./storage-contract"

/** The storage cannot be used now; `full`: it has no room left. Nothing was stored. */
export class StorageAway extends Error {
  override name = "StorageAway"
  readonly full: boolean
  constructor(cause: unknown) {
    super("the file storage cannot be used", { cause })
    const { code, $metadata } = cause as { code?: string; $metadata?: { httpStatusCode?: number } }
    this.full = code === "ENOSPC" || code === "EDQUOT" || $metadata?.httpStatusCode === 507
  }
}

// What the machine, the network or the server behind it says; anything else is a mistake of ours.
const away = /^(E[A-Z]{3,}|TimeoutError|ECONN\w+|RequestTimeout|SlowDown|ServiceUnavailable)$/

function isAway(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof WrongLengthError || error.message.startsWith("a storage key"))
    return false
  const { code, $metadata, $fault } = error as {
    code?: string
    $metadata?: { httpStatusCode?: number }
    $fault?: string
  }
  return $fault === "server" || ($metadata?.httpStatusCode ?? 0) >= 500 || away.test(code ?? error.name)
}

/** The storage whose failures say what they mean to whoever waits for a file. */
export function sayingAway(store: Storage): Storage {
  const told =
    <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      try {
        return await work.apply(store, args)
      } catch (error) {
        if (!isAway(error)) throw error
        log.warn(error as Error, "the file storage cannot be used")
        throw new StorageAway(error)
      }
    }
  return {
    ...store,
    put: told(store.put) as Storage["put"],
    get: told(store.get),
    head: told(store.head),
    remove: told(store.remove),
  }
}
