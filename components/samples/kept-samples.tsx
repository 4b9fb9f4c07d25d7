import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Banner } from "@/components/ui/banner"
import type { SampleKind, Samples } from "@/lib/domains/samples/schema"

// What has a page of its own; the rest is found there.
const pages: Partial<Record<SampleKind, string>> = {
  lead: "/leads",
  prospect: "/prospects",
  proposal: "/proposals",
  client: "/clients",
  project: "/projects",
}

/** What a removal has left to the firm, by name. */
export async function KeptSamples({ kept }: { kept: Samples["kept"] }) {
  const t = await getTranslations("samples.kept")
  return (
    <Banner title={t("title")}>
      <p>{t("body")}</p>
      <ul className="list-disc ps-5">
        {kept
          .filter(({ kind }) => pages[kind])
          .map(({ kind, id, name }) => (
            <li key={id}>
              <Link href={`${pages[kind]}/${id}`} prefetch={false}>
                {name}
              </Link>
            </li>
          ))}
      </ul>
    </Banner>
  )
}
