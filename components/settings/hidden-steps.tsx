import { getTranslations } from "next-intl/server"
import { NextStep } from "@/components/ui/next-step"
import { StepButton } from "@/components/ui/step-button"
import { showFirstStepsAction } from "@/lib/domains/firm/actions"

/** The way back of a list that was put away. */
export async function HiddenSteps() {
  const t = await getTranslations("settings.firstSteps")
  return (
    <NextStep
      title={t("title")}
      action={
        <StepButton action={showFirstStepsAction} values={{ firstStepsHidden: "false" }} variant="secondary">
          {t("show")}
        </StepButton>
      }
    />
  )
}
