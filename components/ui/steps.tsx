import { Check, Circle, CircleDot } from "lucide-react"
import { useTranslations } from "next-intl"

type Step = { label: string; state: "done" | "now" | "later" }

/** A record's way from first to last state. */
export function Steps({ steps }: { steps: Step[] }) {
  const t = useTranslations("ui.steps")
  return (
    <ol className="steps" aria-label={t("label")}>
      {steps.map(({ label, state }) => (
        <li key={label} aria-current={state === "now" ? "step" : undefined}>
          {state === "done" ? (
            <Check aria-hidden />
          ) : state === "now" ? (
            <CircleDot aria-hidden />
          ) : (
            <Circle aria-hidden />
          )}
          {label}
          {state === "done" && <span className="sr-only"> ({t("done")})</span>}
        </li>
      ))}
    </ol>
  )
}
