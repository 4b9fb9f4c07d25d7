import { notFound } from "next/navigation"
import { SignInRefused } from "@/components/access/sign-in-refused"
import { currentSite } from "@/lib/platform/current-site"
import { configuredProviders } from "@/lib/platform/identity-providers"

export default async function Page({ searchParams }: { searchParams: Promise<{ problem?: string }> }) {
  await currentSite("auth")
  if (configuredProviders().length === 0) notFound()
  return <SignInRefused problem={(await searchParams).problem === "nowhere" ? "nowhere" : "expired"} />
}
