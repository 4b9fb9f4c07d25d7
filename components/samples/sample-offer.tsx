import { getTranslations } from "next-intl/server"
import { NextStep } from "@/components/ui/next-step"
import { StepButton } from "@/components/ui/step-button"
import { addSampleDataAction } from "@/lib/domains/samples/actions"

/** For a firm with nothing to look at yet. */
export async function SampleOffer() {
  const t = await getTranslations("samples.offer")
  return (
    <NextStep
      title={t("title")}
      action={
        <StepButton action={addSampleDataAction} values={{}} variant="secondary">
          {t("add")}
        </StepButton>
      }
    >
      {t("body")}
    </NextStep>
  )
}
