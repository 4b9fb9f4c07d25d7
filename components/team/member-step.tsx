import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { NextStep } from "@/components/ui/next-step"
import { SubmitButton } from "@/components/ui/submit-button"
import { inviteMemberAgainAction, reactivateMemberAction } from "@/lib/domains/team/actions"
import type { Member } from "@/lib/domains/team/schema"

/** What a member's place is waiting for. */
export async function MemberStep({
  member: { id, name, email, status },
  mayManage,
}: {
  member: Member
  mayManage: boolean
}) {
  const t = await getTranslations("team")
  if (status === "active") return null
  const invited = status === "invited"
  return (
    <NextStep
      title={invited ? t("waiting.title", { name }) : t("gone.title", { name })}
      action={
        mayManage && (
          <ActionForm
            action={invited ? inviteMemberAgainAction : reactivateMemberAction}
            guard={false}
            className="contents"
          >
            <input type="hidden" name="id" value={id} />
            <SubmitButton>{t(invited ? "again" : "reactivate")}</SubmitButton>
          </ActionForm>
        )
      }
    >
      {invited ? t("waiting.body", { email }) : t("gone.body")}
    </NextStep>
  )
}
