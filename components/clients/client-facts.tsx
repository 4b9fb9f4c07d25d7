import { getTranslations } from "next-intl/server"
import { Facts } from "@/components/ui/facts"
import { Panel } from "@/components/ui/panel"
import { Day } from "@/components/ui/when"
import type { Client } from "@/lib/domains/clients/schema"

export async function ClientFacts({ client, owner }: { client: Client; owner: string | null }) {
  const t = await getTranslations("clients")
  const { email, phone, address, taxId, currency, createdAt } = client
  return (
    <Panel title={t("details")}>
      <Facts
        facts={[
          [
            t("fields.email"),
            email && (
              <a className="link" href={`mailto:${email}`}>
                {email}
              </a>
            ),
          ],
          [
            t("fields.phone"),
            phone && (
              <a className="link" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
                {phone}
              </a>
            ),
          ],
          [t("fields.address"), address && <span className="whitespace-pre-line">{address}</span>],
          [t("fields.taxId"), taxId],
          [t("fields.currency"), currency],
          [t("fields.owner"), owner],
          [t("fields.since"), <Day key="since" on={createdAt.slice(0, 10)} />],
        ]}
      />
    </Panel>
  )
}
