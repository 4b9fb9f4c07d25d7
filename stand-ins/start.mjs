// Starts the servers that stand in for vendors: each is one TypeScript file that prints `ready` with its address.
import { join } from "node:path"
import { brings } from "../bin/parts/environment.mjs"
import { typescript } from "../bin/parts/typescript.mjs"

const patience = 60_000

/** Starts what the person does not bring, kept running by `family`; resolves to the names when all answer. */
export async function startStandIns({ family, dataDir, ports, webPort, env, given }) {
  const mine = brings(given)
  const standIns = {
    ...(!mine.mail && {
      mailbox: { PORT: ports.mailbox, SMTP_PORT: ports.smtp, MAILBOX_DIR: join(dataDir, "mail") },
    }),
    ...(!mine.stripe && {
      stripe: {
        PORT: ports.stripe,
        STRIPE_WEBHOOK_SECRET: env.STRIPE_WEBHOOK_SECRET,
        WEBHOOK_URL: `http://127.0.0.1:${webPort}/api/v1/webhooks/stripe`,
        STRIPE_STATE_FILE: join(dataDir, "stripe.json"),
      },
    }),
  }
  await Promise.all(
    Object.entries(standIns).map(([name, own]) => {
      const text = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, String(value)]))
      return ready(family, name, { PATH: env.PATH, HOME: env.HOME, NODE_ENV: env.NODE_ENV, ...text })
    }),
  )
  return Object.keys(standIns)
}

function ready(family, name, env) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the ${name} stand-in is not ready after a minute`)), patience)
    const onLine = (line) => {
      if (!line.startsWith("ready ")) return
      clearTimeout(late)
      resolve(line)
    }
    family.keep(name, process.execPath, typescript(`stand-ins/${name}/server.ts`), { env, onLine })
  })
}
