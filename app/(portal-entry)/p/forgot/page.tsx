import { ForgotPage } from "@/components/access/forgot-page"
import { currentSite } from "@/lib/platform/current-site"

export default async function Page({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const [{ firm }, { sent }] = await Promise.all([currentSite("portal"), searchParams])
  return <ForgotPage firm={firm} sent={sent === "1"} />
}
