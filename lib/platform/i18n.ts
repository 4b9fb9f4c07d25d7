import "server-only"
import { cookies } from "next/headers"
import { getRequestConfig } from "next-intl/server"
import { env } from "./env"
import { defaultLocale, isLocale, type Locale, messagesFor } from "./messages"
import { isPseudoLocale, pseudoLocalise } from "./pseudo-locale"

/** Written at sign-in and by the settings page from what the person or, failing that, the firm has chosen. */
export const preferenceCookies = { locale: "locale", timeZone: "tz", theme: "theme" } as const

export type Theme = "light" | "dark"

export async function preferences(): Promise<{ locale: Locale; timeZone: string; theme: Theme | undefined }> {
  const jar = await cookies()
  const locale = jar.get(preferenceCookies.locale)?.value
  const timeZone = jar.get(preferenceCookies.timeZone)?.value
  const theme = jar.get(preferenceCookies.theme)?.value
  return {
    locale: isLocale(locale) ? locale : defaultLocale,
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : "UTC",
    theme: theme === "light" || theme === "dark" ? theme : undefined,
  }
}

export default getRequestConfig(async () => {
  const { locale, timeZone } = await preferences()
  const messages = messagesFor(locale)
  const common = { timeZone, now: new Date() }
  // Asked for by cookie, in a demo only: the tests see there what a translation would do to the pages.
  const asked = (await cookies()).get(preferenceCookies.locale)?.value
  if (env.DEMO && isPseudoLocale(asked))
    return { ...common, locale: asked as Locale, messages: pseudoLocalise(messages) }
  return { ...common, locale, messages }
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== ""
  } catch {
    return false
  }
}
