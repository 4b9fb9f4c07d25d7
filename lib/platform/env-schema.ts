import { z } from "zod"

/** A variable that must match; `purpose` completes the sentence a person reads when it does not. */
const text = (purpose: string, pattern = /\S/) => z.string({ error: purpose }).regex(pattern, { error: purpose })
const address = (purpose: string, ...protocols: string[]) =>
  z
    .string({ error: purpose })
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), { error: purpose })
const choice = <const T extends [string, ...string[]]>(purpose: string, ...values: T) =>
  z.enum(values, { error: purpose })
const secret = (purpose: string) => text(`${purpose}, at least 16 characters`, /^.{16,}$/)
const key = (name: string) => text(`must be ${name}`).optional()

const numeral = (purpose: string, pattern: RegExp) => text(purpose, pattern).transform(Number)
const flag = (purpose: string) => choice(purpose, "0", "1", "true", "false").transform((v) => v === "1" || v === "true")
const web = (purpose: string) => address(`must be ${purpose}, starting with http:// or https://`, "http:", "https:")

export const environment = z.object({
  NODE_ENV: choice("must be development, test or production", "development", "test", "production").default(
    "development",
  ),
  PORT: numeral("must be a port number", /^\d{1,5}$/).default(3000),
  ROOT_DOMAIN: text(
    "must be a domain without protocol or path, such as example.com or localhost:3000",
    /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/,
  ).optional(),
  PROTOCOL: choice("must be http or https", "http", "https").optional(),
  DATABASE_URL: address(
    "must be the PostgreSQL server's address, such as postgresql://user:password@host/database",
    "postgres:",
    "postgresql:",
  ),
  DB_PASSWORD_SECRET: secret("must be the random text from which the database roles' passwords are derived"),
  AUTH_SECRET: secret("must be the random text that signs sessions, tokens and links"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text(
    "must be 16, 24 or 32 random bytes in base64, such as `openssl rand -base64 32` prints",
    /^(?:[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{32}|[A-Za-z0-9+/]{43}=)$/,
  ).optional(),
  DEMO: flag("must be 1 for a demo with known passwords, else 0").default(false),
  RATE_LIMIT_FACTOR: numeral(
    "must be a positive number that multiplies the rate limits",
    /^(?=.*[1-9])\d+(\.\d+)?$/,
  ).default(1),
  TRUSTED_PROXY: numeral("must be the number of proxies in front that set X-Forwarded-For", /^\d$/).default(0),
  DRAIN_SECONDS: numeral(
    "must be how many seconds a process that is asked to stop serves on, until the proxy in front has noticed",
    /^\d{1,3}$/,
  ).default(0),
  LOG_LEVEL: choice(
    "must be trace, debug, info, warn, error, fatal or silent",
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "fatal",
    "silent",
  ).default("info"),

  STORAGE_DIR: text("must be the folder for uploaded files").optional(),
  S3_ENDPOINT: web("the S3 server's address").optional(),
  S3_REGION: text("must be the bucket's region").default("us-east-1"),
  S3_BUCKET: key("the bucket's name"),
  S3_ACCESS_KEY_ID: key("the S3 access key's id"),
  S3_SECRET_ACCESS_KEY: key("the S3 access key's secret"),
  S3_FORCE_PATH_STYLE: flag("must be 1 when the bucket is part of the path, else 0").optional(),

  SMTP_URL: address(
    "must be the mail server's address, such as smtps://user:password@host:465",
    "smtp:",
    "smtps:",
  ).optional(),
  MAIL_FROM: text("must be the sender's address, such as Name <mail@example.com>", /^[^@]+@[^@\s]+$/).optional(),
  MAILBOX_URL: web("the demo mailbox's address").optional(),

  STRIPE_SECRET_KEY: text("must be Stripe's secret key, which starts with sk_ or rk_", /^(sk|rk)_/).optional(),
  STRIPE_WEBHOOK_SECRET: text("must be Stripe's signing secret, which starts with whsec_", /^whsec_/).optional(),
  STRIPE_API_BASE: web("the address that stands in for Stripe").optional(),

  REDIS_URL: address("must be the Redis server's address, such as redis://host:6379", "redis:", "rediss:").optional(),

  GOOGLE_CLIENT_ID: key("the client id of the Google sign-in"),
  GOOGLE_CLIENT_SECRET: key("the client secret of the Google sign-in"),
  MICROSOFT_CLIENT_ID: key("the client id of the Microsoft sign-in"),
  MICROSOFT_CLIENT_SECRET: key("the client secret of the Microsoft sign-in"),
  OIDC_GOOGLE_ISSUER: web("the issuer that stands in for Google").optional(),
  OIDC_MICROSOFT_ISSUER: web("the issuer that stands in for Microsoft").optional(),
})

export type Variable = keyof z.input<typeof environment>
