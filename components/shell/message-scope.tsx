"use client"

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl"
import type { ReactNode } from "react"
import type { Messages } from "@/lib/platform/messages"

export function MessageScope({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ ...useMessages(), ...messages }}>
      {children}
    </NextIntlClientProvider>
  )
}
