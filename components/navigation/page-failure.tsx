"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { ErrorState } from "@/components/ui/state"

/** What a page shows when it failed: the number to tell us, and another try. */
export function PageFailure({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("ui")
  return <ErrorState requestId={error.digest} retry={<Button onClick={reset}>{t("action.retry")}</Button>} />
}
