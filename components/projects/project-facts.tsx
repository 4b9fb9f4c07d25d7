import { getTranslations } from "next-intl/server"
import { Person } from "@/components/ui/avatar"
import { Facts } from "@/components/ui/facts"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Day } from "@/components/ui/when"
import type { Project } from "@/lib/domains/projects/schema"
import { StatusForm } from "./status-form"

export async function ProjectFacts({ project, mayWrite }: { project: Project; mayWrite: boolean }) {
  const t = await getTranslations("projects")
  const { billing, budget, hourlyRate, currency, startsOn, dueOn, managerName } = project
  return (
    <>
      <Panel title={t("details")}>
        <Facts
          facts={[
            [t("fields.manager"), managerName && <Person key="manager" name={managerName} />],
            [t("fields.billing"), t(`billings.${billing}`)],
            [t("fields.budget"), budget && <Money key="budget" amount={budget} currency={currency} />],
            [t("fields.hourlyRate"), hourlyRate && <Money key="rate" amount={hourlyRate} currency={currency} />],
            [t("fields.currency"), currency],
            [t("fields.startsOn"), startsOn && <Day key="start" on={startsOn} />],
            [t("fields.dueOn"), dueOn && <Day key="due" on={dueOn} />],
          ]}
        />
      </Panel>
      {mayWrite && (
        <Panel title={t("setStatus")}>
          <StatusForm project={project} />
        </Panel>
      )}
    </>
  )
}
