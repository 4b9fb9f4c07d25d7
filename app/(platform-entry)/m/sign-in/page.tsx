import { SignInPage } from "@/components/access/sign-in-page"
import { safePath } from "@/lib/domains/access/rules"
import { currentSite } from "@/lib/platform/current-site"

type Search = Promise<{ next?: string; email?: string }>

export default async function Page({ searchParams }: { searchParams: Search }) {
  const [{ firm }, { next, email }] = await Promise.all([currentSite("root"), searchParams])
  return <SignInPage firm={firm} surface="platform" next={next && safePath(next)} email={email} />
}
