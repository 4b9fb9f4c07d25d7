import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { permitted, viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { Banner } from "@/components/ui/banner"
import { Facts } from "@/components/ui/facts"
import type { MenuEntry } from "@/components/ui/menu"
import { Panel } from "@/components/ui/panel"
import { Day } from "@/components/ui/when"
import type { Member } from "@/lib/domains/team/schema"
import { MemberDialogs } from "./member-dialogs"
import { AccessForm, DetailsForm } from "./member-forms"
import { MemberStep } from "./member-step"
import { memberVocabulary } from "./vocabulary"

export async function MemberPage({ member }: { member: Member }) {
  const [t, vocabulary, me, can] = await Promise.all([
    getTranslations("team"),
    memberVocabulary(),
    viewer(),
    permitted(),
  ])
  const { id, name, email, role, status, joinedAt } = member
  const own = me?.id === id
  const owner = me?.role === "owner"
  const mayManage = can("team:manage") && (role !== "owner" || owner)
  const more: MenuEntry[] = [
    ...(owner && status === "active" ? [{ label: t("transfer.menu"), dialog: "transfer" }] : []),
    ...(status === "deactivated"
      ? []
      : [{ label: t(status === "invited" ? "withdraw.menu" : "deactivate.menu"), dialog: "deactivate", danger: true }]),
  ]
  return (
    <Page
      title={name}
      status={<StatusBadge status={status} vocabulary={vocabulary} />}
      subtitle={email}
      breadcrumbs={[{ label: t("title"), href: "/team" }]}
      more={mayManage && !own && more.length > 0 ? more : undefined}
      aside={
        <>
          <Panel title={t("details")}>
            <Facts
              facts={[
                [t("fields.role"), t(`roles.${role}`)],
                [t("fields.email"), email],
                [t("joined"), joinedAt && <Day key="joined" on={joinedAt.slice(0, 10)} />],
              ]}
            />
          </Panel>
          <RecordTimeline subjectId={id} />
        </>
      }
    >
      <MemberStep member={member} mayManage={mayManage} />
      {own && <Banner title={t("own")} />}
      {can("team:manage") && role === "owner" && !owner && <Banner title={t("ownersOnly")} />}
      {mayManage && <DetailsForm member={member} currency={me?.currency ?? "USD"} />}
      {mayManage && !own && status !== "deactivated" && <AccessForm member={member} mayMakeOwners={owner} />}
      {mayManage && !own && <MemberDialogs member={member} />}
    </Page>
  )
}
