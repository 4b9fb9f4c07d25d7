import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Wordmark } from "./wordmark"

export async function PublicFooter({ signInHref }: { signInHref: string }) {
  const t = await getTranslations("shell.public")
  const groups = [
    {
      label: t("product"),
      links: [
        { href: "/#product", label: t("product") },
        { href: "/pricing", label: t("pricing") },
        { href: "/demo", label: t("demo") },
        { href: "/api/docs", label: t("api") },
      ],
    },
    {
      label: t("legal"),
      links: [
        { href: "/security", label: t("security") },
        { href: "/privacy", label: t("privacy") },
        { href: signInHref, label: t("signIn") },
      ],
    },
  ]
  return (
    <footer className="public-foot">
      <div>
        <Wordmark />
        <p>{t("tagline")}</p>
        <p>{t("footer", { year: new Date().getFullYear() })}</p>
      </div>
      {groups.map(({ label, links }) => (
        <nav key={label} aria-label={label}>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                {link.href.startsWith("/api/") ? (
                  <a href={link.href}>{link.label}</a>
                ) : (
                  <Link href={link.href} prefetch={false}>
                    {link.label}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </footer>
  )
}
