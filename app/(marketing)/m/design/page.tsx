import type { Metadata } from "next"
import Link from "next/link"
import { Page } from "@/components/shell/page"
import { Toaster } from "@/components/ui/toaster"
import { Buttons, Forms } from "./controls"
import { Boards, Charts, Display, Lists } from "./data"
import { shells } from "./shells"
import { Feedback, States } from "./states"

export const metadata: Metadata = { title: "Design", robots: { index: false } }

export default function DesignPage() {
  return (
    <main data-surface="workspace" className="min-h-dvh bg-surface">
      <Page title="Design" count={Object.keys(shells).length} subtitle="Every part in every state">
        <nav className="flex flex-wrap gap-4" aria-label="Shells">
          {Object.keys(shells).map((name) => (
            <Link key={name} href={`/design/${name}`} className="link" prefetch={false}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
          <Buttons />
          <Forms />
          <Lists />
          <Charts />
          <Boards />
          <Display />
          <Feedback />
          <States />
        </div>
      </Page>
      <Toaster />
    </main>
  )
}
