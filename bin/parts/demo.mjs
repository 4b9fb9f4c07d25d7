import { existsSync } from "node:fs"
import { join } from "node:path"
import { startHouse } from "./house.mjs"
import { webPort } from "./ports.mjs"
import { root } from "./runtime.mjs"
import { say, seconds } from "./say.mjs"
import { onStopSignal } from "./signals.mjs"

/** Runs the whole product on this machine until it is told to stop. */
export async function demo({ dev, dataDir }) {
  const from = performance.now()
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"))
  let house
  const asked = onStopSignal(async () => {
    say("\nStopping …")
    await house?.stop()
    say("Stopped. The data stays; `npm run reset` removes it.")
  })
  try {
    const { env } = await startHouse({
      dataDir,
      dev,
      choosePort: () => webPort(process.env.PORT, say),
      onStart: (started) => {
        house = started
      },
    })
    say(welcome(env, seconds(performance.now() - from)))
  } catch (error) {
    if (asked.heard) return
    say(`\n✗ ${error.message}`)
    process.exitCode = 1
    await house?.stop()
    process.exit()
  }
}

const accounts = [
  [
    "Acme Advisory, workspace",
    "acme",
    ["owner", "admin", "manager", "staff", "viewer"].map((who) => `${who}@acme.test`),
  ],
  ["Acme Advisory, client portal", "acme.portal", ["pat@northwind.test", "gil@globex.test"]],
  ["Birch & Co, workspace", "birch", ["owner@birch.test"]],
]

function welcome(env, took) {
  const protocol = env.PROTOCOL || (env.ROOT_DOMAIN.startsWith("localhost") ? "http" : "https")
  const at = (host, path = "") => `${protocol}://${host}${env.ROOT_DOMAIN}${path}`
  const lines = accounts.flatMap(([title, host, users]) => [title, `  ${at(`${host}.`)}`, `  ${users.join(", ")}`])
  return [
    "",
    `ConsultantPro is up (${took}).`,
    "",
    ...lines,
    "Platform console",
    `  ${at("", "/platform")}`,
    "  operator@platform.test, approver@platform.test",
    "",
    "  The password is demo-Passw0rd! everywhere.",
    "",
    `Website             ${at("")}`,
    `API documentation   ${at("", "/api/docs")}`,
    ...(env.MAILBOX_URL ? [`Mail that was sent  ${env.MAILBOX_URL}`] : []),
    "",
    "Ctrl-C stops everything.",
  ].join("\n")
}
