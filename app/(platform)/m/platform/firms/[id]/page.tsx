import { FirmPage } from "@/components/console/firm-page"
import { readPlatformFirm } from "@/lib/domains/platform/operations"
import { load } from "@/lib/kernel/load"

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <FirmPage firm={await load(readPlatformFirm, await params)} />
}
