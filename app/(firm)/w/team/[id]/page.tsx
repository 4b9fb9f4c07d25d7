import { MemberPage } from "@/components/team/member-page"
import { readMember } from "@/lib/domains/team/operations"
import { load } from "@/lib/kernel/load"

type Params = Promise<{ id: string }>

export async function generateMetadata({ params }: { params: Params }) {
  return { title: (await load(readMember, await params)).name }
}

export default async function Page({ params }: { params: Params }) {
  return <MemberPage member={await load(readMember, await params)} />
}
