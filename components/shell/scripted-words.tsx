"use client"

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl"
import { type ReactNode, useMemo } from "react"
import { scriptedWords } from "@/lib/platform/scripted-words"

/** Gives the words that came with the scripts; what the page itself brings goes before them. */
export function ScriptedWords({ children }: { children: ReactNode }) {
  const locale = useLocale()
  const brought = useMessages()
  const messages = useMemo(() => ({ ...scriptedWords[locale], ...brought }), [locale, brought])
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}
