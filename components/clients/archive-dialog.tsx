import { getTranslations } from "next-intl/server"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { archiveClientAction } from "@/lib/domains/clients/actions"
import type { Client } from "@/lib/domains/clients/schema"

export async function ArchiveDialog({ client, openInvoices }: { client: Client; openInvoices: number }) {
  const t = await getTranslations("clients")
  const archived = client.status === "archived"
  return (
    <ConfirmDialog
      id="archive"
      title={archived ? t("restore") : t("archiveTitle", { name: client.name })}
      confirm={t(archived ? "restore" : "archive")}
      action={archiveClientAction}
      values={{ id: client.id, status: archived ? "active" : "archived" }}
      danger={!archived}
    >
      {!archived && <p>{t("archiveBody")}</p>}
      {!archived && openInvoices > 0 && <p>{t("archiveOpen", { count: openInvoices })}</p>}
    </ConfirmDialog>
  )
}
