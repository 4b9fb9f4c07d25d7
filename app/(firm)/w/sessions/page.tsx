import { getTranslations } from "next-intl/server"
import { SessionsPage } from "@/components/access/sessions-page"

export async function generateMetadata() {
  return { title: (await getTranslations("access.sessions"))("title") }
}

export default SessionsPage
