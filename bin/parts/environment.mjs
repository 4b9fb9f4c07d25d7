import { join } from "node:path"
import { secrets } from "./secrets.mjs"

/** What of the surroundings the person brings; the rest is embedded. */
export const brings = (given) => ({
  database: Boolean(given.DATABASE_URL),
  mail: Boolean(given.SMTP_URL),
  stripe: Boolean(given.STRIPE_SECRET_KEY),
  storage: Boolean(given.S3_BUCKET),
})

/** The environment of web and worker, and the one of migration and seed, which alone may own the database. */
export function environments({ dataDir, port, ports, server, production, given }) {
  const kept = secrets(join(dataDir, "secrets.json"), given)
  const mine = brings(given)
  const runtime = {
    ...given,
    NODE_ENV: production ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    ROOT_DOMAIN: given.ROOT_DOMAIN || `localhost:${port}`,
    DEMO: "1",
    RATE_LIMIT_FACTOR: given.RATE_LIMIT_FACTOR || "100",
    LOG_LEVEL: given.LOG_LEVEL || "warn",
    AUTH_SECRET: kept.AUTH_SECRET,
    DB_PASSWORD_SECRET: kept.DB_PASSWORD_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: kept.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    DATABASE_URL: mine.database ? given.DATABASE_URL : server.url,
    MAIL_FROM: given.MAIL_FROM || "ConsultantPro <mail@consultantpro.test>",
  }
  if (!mine.storage) runtime.STORAGE_DIR = given.STORAGE_DIR || join(dataDir, "files")
  if (!mine.mail) {
    runtime.SMTP_URL = `smtp://127.0.0.1:${ports.smtp}`
    runtime.MAILBOX_URL = `http://localhost:${ports.mailbox}`
  }
  if (!mine.stripe) {
    runtime.STRIPE_SECRET_KEY = "sk_test_standin"
    runtime.STRIPE_WEBHOOK_SECRET = kept.STRIPE_WEBHOOK_SECRET
    runtime.STRIPE_API_BASE = `http://127.0.0.1:${ports.stripe}`
  }
  // Web and worker never hold the owner's address.
  delete runtime.MIGRATION_DATABASE_URL
  const owner = given.MIGRATION_DATABASE_URL || (mine.database ? given.DATABASE_URL : server.superuserUrl)
  return { runtime, migration: { ...runtime, MIGRATION_DATABASE_URL: owner } }
}
