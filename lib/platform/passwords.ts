import { hash, verify } from "@node-rs/argon2"
import { processWide } from "./process-wide"
import { sha256 } from "./secrets"

// argon2id is the library's default algorithm; these figures cost 84 ms and 64 MB, so only a few may run at once.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
/** What is checked where there is no account: the hash of random bytes nobody kept. */
export const dummyHash =
  "$argon2id$v=19$m=65536,t=3,p=1$eVuWz3fHDMl2yWstTRuDqw$xSaoJf4y0uQy4QJqRZa35mnh8rgMwSoJy92f/8IBw8w"
const slots = processWide("password-slots", () => ({ free: 4, waiting: [] as (() => void)[] }))

export function hashPassword(password: string): Promise<string> {
  return inSlot(() => hash(prepared(password), cost))
}

/** Whether the password fits; with no hash it takes as long and says no, so that time does not tell who has an account. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await inSlot(() => verify(stored ?? dummyHash, prepared(password)).catch(() => false))
  return fits && stored !== null
}

// NFKC, so that one keyboard's ü is another's; hashed first, so that length costs nothing.
const prepared = (password: string) => sha256(password.normalize("NFKC")).toString("base64")

async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (slots.free > 0) slots.free--
  else await new Promise<void>((resolve) => slots.waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = slots.waiting.shift()
    if (next) next()
    else slots.free++
  }
}
