import { getTranslations } from "next-intl/server"
import { buttonClass } from "@/components/ui/button"
import { configuredProviders } from "@/lib/platform/identity-providers"

/** Google and Microsoft, where their client ids are set. */
export async function Providers({ next }: { next?: string }) {
  const known = configuredProviders()
  if (known.length === 0) return null
  const t = await getTranslations("access")
  const query = next ? `?${new URLSearchParams({ next })}` : ""
  return (
    <div className="mt-4 flex flex-col gap-2">
      {known.map((provider) => (
        // No page but a redirect to another site: nothing for the router.
        <a key={provider} className={buttonClass({ wide: true })} href={`/api/sign-in/${provider}${query}`}>
          {t("signIn.with", { provider: t(`oidc.names.${provider}`) })}
        </a>
      ))}
    </div>
  )
}
