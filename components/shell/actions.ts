"use server"

import { cookies } from "next/headers"
import { preferenceCookies } from "@/lib/platform/i18n"

const year = 365 * 24 * 60 * 60

/** Light, dark, or as the system has it. */
export async function chooseTheme(form: FormData) {
  const jar = await cookies()
  const theme = form.get("theme")
  if (theme === "light" || theme === "dark")
    jar.set(preferenceCookies.theme, theme, { path: "/", maxAge: year, sameSite: "lax", httpOnly: true })
  else jar.delete(preferenceCookies.theme)
}
