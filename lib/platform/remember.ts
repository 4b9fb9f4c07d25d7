import "server-only"
import { cookies } from "next/headers"
import { preferenceCookies } from "./i18n"

const year = 365 * 24 * 60 * 60

const options = { path: "/", sameSite: "lax", secure: true, httpOnly: true, maxAge: year } as const

type Preferences = { locale: string; timeZone: string }
type Jar = { set(name: string, value: string, how: typeof options): unknown }

/** Keeps a person's language and time zone where every page reads them, from sign-in on. */
export async function rememberPreferences({ locale, timeZone }: Preferences, into?: Jar) {
  const jar = into ?? (await cookies())
  jar.set(preferenceCookies.locale, locale, options)
  jar.set(preferenceCookies.timeZone, timeZone, options)
}
