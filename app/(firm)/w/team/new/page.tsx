import { getTranslations } from "next-intl/server"
import { requirePermission, viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { InviteForm } from "@/components/team/invite-form"

export async function generateMetadata() {
  return { title: (await getTranslations("team"))("inviteTitle") }
}

export default async function InvitePage() {
  await requirePermission("team:manage")
  const [t, me] = await Promise.all([getTranslations("team"), viewer()])
  return (
    <Page
      title={t("inviteTitle")}
      subtitle={t("inviteIntro")}
      breadcrumbs={[{ label: t("title"), href: "/team" }]}
      width="narrow"
    >
      <InviteForm currency={me?.currency ?? "USD"} mayMakeOwners={me?.role === "owner"} />
    </Page>
  )
}
