import { Menu } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { LinkButton } from "../ui/button"
import { Toaster } from "../ui/toaster"
import { PublicFooter } from "./public-footer"
import { Wordmark } from "./wordmark"

/** Header and footer of the public site. `signInHref` is the page that asks which firm. */
export async function PublicShell({ signInHref = "/sign-in", children }: { signInHref?: string; children: ReactNode }) {
  const t = await getTranslations("shell")
  const links = [
    { href: "/#product", label: t("public.product") },
    { href: "/pricing", label: t("public.pricing") },
    { href: "/security", label: t("public.security") },
    { href: "/demo", label: t("public.demo") },
  ]
  return (
    <div className="public">
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <header className="public-head">
        <Link href="/" prefetch={false} aria-label={t("public.home")}>
          <Wordmark />
        </Link>
        <nav className="public-nav" aria-label={t("nav.site")}>
          {links.map(({ href, label }) => (
            <Link key={href} href={href} prefetch={false}>
              {label}
            </Link>
          ))}
        </nav>
        <div className="public-act">
          <LinkButton href={signInHref} variant="ghost" className="public-sign-in">
            {t("public.signIn")}
          </LinkButton>
          <LinkButton href="/sign-up" variant="primary">
            {t("public.signUp")}
          </LinkButton>
          <details className="public-menu">
            <summary aria-label={t("public.menu")}>
              <Menu aria-hidden />
            </summary>
            {/* Plain links: a page that is loaded anew has its menu closed. */}
            <nav aria-label={t("public.menu")}>
              {[...links, { href: signInHref, label: t("public.signIn") }].map(({ href, label }) => (
                <a key={href} href={href}>
                  {label}
                </a>
              ))}
            </nav>
          </details>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <PublicFooter signInHref={signInHref} />
      <Toaster />
    </div>
  )
}
