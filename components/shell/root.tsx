import { CSPProvider } from "@base-ui/react/csp-provider"
import { headers } from "next/headers"
import { NextIntlClientProvider } from "next-intl"
import { getLocale, getMessages } from "next-intl/server"
import type { ReactNode } from "react"
import { preferences } from "@/lib/platform/i18n"
import { directionOf, type Namespace } from "@/lib/platform/messages"
import { scriptedNamespaces, scriptedWords } from "@/lib/platform/scripted-words"
import { type Brand, brandStyle } from "./brand"
import { sans } from "./font"
import { Invokers } from "./invokers"
import { KeepFocus } from "./keep-focus"
import { trustedTypesScript } from "./trusted-types"

type RootProps = {
  surface: "workspace" | "portal" | "console" | "public"
  /** Namespaces that client components of the whole surface read, beside those of every page. */
  namespaces?: Namespace[]
  /** Whether the children bring the words of every page by `ScriptedWords`: worth it where one visits many pages. */
  scripted?: boolean
  brand?: Brand
  children: ReactNode
}

/** The document of a surface: language, direction, theme, font, accent, and what client components need. */
export async function Root({ surface, namespaces = [], scripted, brand, children }: RootProps) {
  const [locale, { theme }, requestHeaders] = await Promise.all([getLocale(), preferences(), headers()])
  const nonce = requestHeaders.get("x-nonce") ?? undefined
  const everywhere = scripted && scriptedWords[locale] ? [] : scriptedNamespaces
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      className={sans.variable}
      data-surface={surface}
      data-theme={theme}
      data-brand={brand ? "" : undefined}
      style={brand && brandStyle(brand)}
    >
      <head>
        <script nonce={nonce}>{trustedTypesScript}</script>
      </head>
      <body>
        <CSPProvider nonce={nonce}>
          <NextIntlClientProvider messages={pick(await getMessages(), [...everywhere, ...namespaces])}>
            <Invokers />
            <KeepFocus />
            {children}
          </NextIntlClientProvider>
        </CSPProvider>
      </body>
    </html>
  )
}

export function pick<T extends object, K extends keyof T>(from: T, keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>
}
