import { SignInPage } from "@/components/access/sign-in-page"
import { safePath } from "@/lib/domains/access/rules"
import { currentSite } from "@/lib/platform/current-site"

type Search = Promise<{ next?: string; email?: string; problem?: string }>

export default async function Page({ searchParams }: { searchParams: Search }) {
  const [{ firm }, { next, email, problem }] = await Promise.all([currentSite("portal"), searchParams])
  return <SignInPage firm={firm} surface="portal" next={next && safePath(next)} email={email} problem={problem} />
}
