import { FormThanks, PublicForm } from "@/components/leads/public-form"
import { readPublicForm } from "@/lib/domains/leads/public"
import { load } from "@/lib/kernel/load"
import { paramOf, type SearchParams } from "@/lib/kernel/search-params"

const campaign = ["source", "medium", "campaign", "term", "content"]

type FormPageProps = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export const metadata = { robots: { index: false } }

export default async function PublicFormPage({ params, searchParams }: FormPageProps) {
  const { slug } = await params
  const form = await load(readPublicForm, { slug })
  if ((await paramOf(searchParams, "sent", ["no", "yes"])) === "yes")
    return <FormThanks slug={slug} firmName={form.firmName} />
  const asked = await searchParams
  const utm = campaign.flatMap((name) => {
    const value = asked[`utm_${name}`]
    return typeof value === "string" ? [[`utm${name[0]!.toUpperCase()}${name.slice(1)}`, value.slice(0, 200)]] : []
  })
  return <PublicForm form={form} campaign={Object.fromEntries(utm)} />
}
