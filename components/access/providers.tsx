import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { env } from "@/lib/platform/env"

/** Google and Microsoft, where their client ids are set. */
export async function Providers() {
  const t = await getTranslations("access.signIn")
  const known = [
    env.GOOGLE_CLIENT_ID && { id: "google", name: "Google" },
    env.MICROSOFT_CLIENT_ID && { id: "microsoft", name: "Microsoft" },
  ].filter((provider) => typeof provider === "object")
  if (known.length === 0) return null
  return (
    <div className="mt-4 flex flex-col gap-2">
      {known.map(({ id, name }) => (
        <LinkButton key={id} href={`/api/sign-in/${id}`} variant="secondary" wide>
          {t("with", { provider: name })}
        </LinkButton>
      ))}
    </div>
  )
}
