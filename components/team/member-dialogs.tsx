import { getTranslations } from "next-intl/server"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { deactivateMemberAction, transferOwnershipAction } from "@/lib/domains/team/actions"
import type { Member } from "@/lib/domains/team/schema"

/** What can't be taken back lightly, each with what will happen. */
export async function MemberDialogs({ member: { id, name, email, status } }: { member: Member }) {
  const t = await getTranslations("team")
  const end = status === "invited" ? "withdraw" : "deactivate"
  return (
    <>
      <ConfirmDialog
        id="deactivate"
        title={t(`${end}.title`, { name })}
        confirm={t(`${end}.confirm`, { name })}
        action={deactivateMemberAction}
        values={{ id }}
      >
        <p>{t(`${end}.body`, { name, email })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        id="transfer"
        title={t("transfer.title", { name })}
        confirm={t("transfer.confirm", { name })}
        action={transferOwnershipAction}
        values={{ id }}
      >
        <p>{t("transfer.body", { name })}</p>
      </ConfirmDialog>
    </>
  )
}
