import { notFound } from "next/navigation"
import { shells } from "../shells"

export default async function ShellPage({ params }: { params: Promise<{ shell: string }> }) {
  const { shell } = await params
  if (!Object.hasOwn(shells, shell)) notFound()
  const Shell = shells[shell as keyof typeof shells]
  return <Shell />
}
