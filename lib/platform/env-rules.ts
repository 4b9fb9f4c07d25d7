import type { Variable } from "./env-schema"

type Source = Record<string, string | undefined>
type Problem = [Variable, string]

const groups: Variable[][] = [
  ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
]

/** Variables that only make sense together. */
export function incomplete(source: Source): Problem[] {
  return groups.flatMap((group) => {
    const given = group.filter((name) => source[name])
    if (given.length === 0) return []
    return group
      .filter((name) => !source[name])
      .map((name): Problem => [name, `is missing: it goes with ${given.join(" and ")}.`])
  })
}

const secrets: Variable[] = ["AUTH_SECRET", "DB_PASSWORD_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"]
const placeholder =
  /^(change|replace|example|your|secret|password|default|demo|dev|development|test|insecure)([-_ ]|$)/i

/** What production refuses although a developer's machine or the demo may have it. */
export function unfitForProduction(source: Source): Problem[] {
  const problems: Problem[] = []
  const refuse = (name: Variable, sentence: string) => problems.push([name, sentence])

  for (const name of secrets) {
    const value = source[name]
    if (!value) {
      if (name === "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY")
        refuse(name, "is missing: without it each process encrypts forms with its own key.")
    } else if (placeholder.test(value) || new Set(value).size < 10)
      refuse(name, "is a default or guessable value: put random text there.")
    else if (value.length < 32 && name !== "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY")
      refuse(name, "is too short for production: give at least 32 random characters.")
  }
  if (!source.ROOT_DOMAIN) refuse("ROOT_DOMAIN", "is missing: give the domain this installation answers on.")
  else if (source.ROOT_DOMAIN.startsWith("localhost") && source.PROTOCOL !== "https")
    refuse("ROOT_DOMAIN", "is this machine: production needs a domain with certificates.")
  if (source.PROTOCOL === "http") refuse("PROTOCOL", "is http: production answers on https only.")
  if (!source.S3_BUCKET && !source.STORAGE_DIR)
    refuse("STORAGE_DIR", "is missing: configure S3, or name the folder that keeps uploaded files.")
  if (!source.SMTP_URL) refuse("SMTP_URL", "is missing: invitations, invoices and password resets go out by mail.")
  if (!source.MAIL_FROM) refuse("MAIL_FROM", "is missing: mail needs a sender your mail server may use.")
  for (const name of ["STRIPE_API_BASE", "OIDC_GOOGLE_ISSUER", "OIDC_MICROSOFT_ISSUER"] as const)
    if (source[name]?.startsWith("http:")) refuse(name, "is plain http: production talks to vendors over https only.")
  return problems
}
