import { getTranslations } from "next-intl/server"
import { JobList } from "@/components/settings/job-list"
import { SettingsPage } from "@/components/settings/settings-page"
import { listDeadJobs } from "@/lib/domains/jobs/operations"
import { load } from "@/lib/kernel/load"

export default async function Page() {
  const [{ items }, t] = await Promise.all([load(listDeadJobs, {}), getTranslations("settings.jobs")])
  return (
    <SettingsPage current="jobs">
      <p className="text-sm text-muted">{t("intro")}</p>
      <JobList jobs={items} />
    </SettingsPage>
  )
}
