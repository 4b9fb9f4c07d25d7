import { getTranslations } from "next-intl/server"
import { Banner } from "@/components/ui/banner"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { DialogButton } from "@/components/ui/dialog"
import { removeSampleDataAction } from "@/lib/domains/samples/actions"
import type { Samples } from "@/lib/domains/samples/schema"

/** Says that not everything here is real, and takes it away again. */
export async function SampleBanner({ samples: { count, kinds } }: { samples: Samples }) {
  const t = await getTranslations("samples")
  return (
    <>
      <Banner
        title={t("banner.title", { count })}
        action={<DialogButton dialog="remove-samples">{t("banner.remove")}</DialogButton>}
      >
        <p>{t("banner.body")}</p>
      </Banner>
      <ConfirmDialog
        id="remove-samples"
        title={t("banner.confirmTitle", { count })}
        confirm={t("banner.remove")}
        action={removeSampleDataAction}
      >
        <p>{t("banner.confirmBody")}</p>
        <ul className="list-disc ps-5">
          {kinds.map(({ kind, count }) => (
            <li key={kind}>{t(`kinds.${kind}`, { count })}</li>
          ))}
        </ul>
        <p>{t("banner.confirmKept")}</p>
      </ConfirmDialog>
    </>
  )
}
