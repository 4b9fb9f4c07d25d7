import { getTranslations } from "next-intl/server"
import { env } from "@/lib/platform/env"

const accounts = {
  "workspace:Acme Advisory": [
    "owner@acme.test",
    "admin@acme.test",
    "manager@acme.test",
    "staff@acme.test",
    "viewer@acme.test",
  ],
  "workspace:Birch & Co": ["owner@birch.test"],
  "portal:Acme Advisory": ["pat@northwind.test", "gil@globex.test"],
  "platform:": ["operator@platform.test", "approver@platform.test"],
} as Record<string, string[]>

/** In the demo only: whom one may sign in as. The password is the one in the README. */
export async function DemoAccounts({ surface, firm = "" }: { surface: string; firm?: string }) {
  const known = accounts[`${surface}:${firm}`]
  if (!env.DEMO || !known) return null
  const t = await getTranslations("access.signIn")
  return (
    <div className="mt-6 border-t border-line pt-4 text-sm text-muted">
      <p>{t("demo")}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {known.map((email) => (
          <li key={email}>
            <a className="link" href={`?email=${encodeURIComponent(email)}`}>
              {email}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
