import { ExternalLink } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { Banner } from "@/components/ui/banner"
import { LinkButton } from "@/components/ui/button"
import { CopyField } from "@/components/ui/copy-field"
import { Facts } from "@/components/ui/facts"
import { Panel } from "@/components/ui/panel"
import type { LeadForm } from "@/lib/domains/leads/schema"

export async function FormDetail({ form }: { form: LeadForm }) {
  const t = await getTranslations("leads.form")
  return (
    <>
      {form.active ? (
        <Panel title={t("share")}>
          <div className="grid gap-3">
            <p className="text-muted">{t("shareBody")}</p>
            <CopyField value={form.publicUrl} label={t("copy")} />
            <div>
              <LinkButton href={form.publicUrl} target="_blank" icon={ExternalLink}>
                {t("open")}
              </LinkButton>
            </div>
          </div>
        </Panel>
      ) : (
        <Banner tone="warning" title={t("closed")} />
      )}
      <Panel>
        <Facts
          stacked
          facts={[
            [t("field.intro"), form.intro],
            [t("field.consentText"), form.consentText],
            [
              t("field.leads"),
              <a key="leads" className="link" href={`/leads?formId=${form.id}`}>
                {t("showLeads", { count: form.leadCount })}
              </a>,
            ],
          ]}
        />
      </Panel>
      <RecordTimeline subjectId={form.id} />
    </>
  )
}
