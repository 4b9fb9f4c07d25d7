import "server-only"
import { cookies } from "next/headers"
import { preferenceCookies } from "./i18n"

const year = 365 * 24 * 60 * 60

/** Keeps a person's language and time zone where every page reads them, from sign-in on. */
export async function rememberPreferences({ locale, timeZone }: { locale: string; timeZone: string }) {
  const jar = await cookies()
  const options = { path: "/", sameSite: "lax", secure: true, httpOnly: true, maxAge: year } as const
  jar.set(preferenceCookies.locale, locale, options)
  jar.set(preferenceCookies.timeZone, timeZone, options)
}
