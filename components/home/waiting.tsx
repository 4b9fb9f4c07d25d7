import { CircleCheck, FileSignature, FileText, ListTodo, type LucideIcon, MessageSquare } from "lucide-react"
import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { LinkButton } from "@/components/ui/button"
import { formatDay, formatMoney } from "@/components/ui/format"
import { EmptyState } from "@/components/ui/state"
import type { PortalOverview } from "@/lib/domains/home/schema"

/** What the client is asked for, the weightiest first; the first one carries the page's primary button. */
export async function Waiting({ overview, firm }: { overview: PortalOverview; firm: string }) {
  const [t, locale] = await Promise.all([getTranslations("home.portal"), getLocale()])
  const { proposals, invoices, unreadMessages, tasks, canPay, today } = overview
  const money = (amount: string, currency: string) => formatMoney(locale, amount, currency)
  const items: Item[] = [
    ...proposals.map(({ id, number, title, total, currency, validUntil }) => ({
      id,
      icon: FileSignature,
      title: t("proposal", { number }),
      text: t("proposalBody", { title, total: money(total, currency) }),
      note: validUntil && t("proposalUntil", { day: formatDay(locale, validUntil) }),
      action: t("proposalAction"),
      href: `/proposals/${id}`,
    })),
    ...invoices.map(({ id, number, amountDue, currency, dueOn, overdue }) => ({
      id,
      icon: FileText,
      title: t("invoice", { number }),
      text: money(amountDue, currency),
      note: dueOn && t(overdue ? "overdueSince" : "due", { day: formatDay(locale, dueOn) }),
      late: overdue,
      action: canPay ? t("pay", { amount: money(amountDue, currency) }) : t("see"),
      href: `/invoices/${id}`,
    })),
    ...(unreadMessages > 0
      ? [
          {
            id: "messages",
            icon: MessageSquare,
            title: t("messages", { count: unreadMessages }),
            text: t("messagesBody", { firm }),
            action: t("messagesAction"),
            href: "/messages",
          },
        ]
      : []),
    ...tasks.map(({ id, title, project, waiting, unreadComments, dueOn }) => ({
      id,
      icon: ListTodo,
      title,
      text: waiting ? t("taskWaiting", { project }) : t("taskComments", { count: unreadComments, project }),
      note: dueOn && t(dueOn < today ? "overdueSince" : "due", { day: formatDay(locale, dueOn) }),
      late: Boolean(dueOn && dueOn < today),
      action: t("taskAction"),
      href: `/tasks/${id}`,
    })),
  ]
  if (items.length === 0)
    return <EmptyState icon={CircleCheck} title={t("nothing")} body={t("nothingBody", { firm })} />
  return (
    <section className="grid gap-3" aria-labelledby="waiting">
      <h2 id="waiting" className="text-lg">
        {t("waiting")}
      </h2>
      <ul className="grid gap-3">
        {items.map((item, at) => (
          <WaitingItem key={item.id} item={item} primary={at === 0} />
        ))}
      </ul>
    </section>
  )
}

type Item = {
  id: string
  icon: LucideIcon
  title: string
  text: ReactNode
  note?: ReactNode
  late?: boolean
  action: string
  href: string
}

function WaitingItem({ item: { icon: Icon, ...item }, primary }: { item: Item; primary: boolean }) {
  return (
    <li className="panel flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <span className="grid size-10 place-items-center rounded-full bg-accent-soft text-accent-text">
        <Icon aria-hidden />
      </span>
      <div className="min-w-0 flex-1 basis-40">
        <h3 className="text-md wrap-anywhere">{item.title}</h3>
        <p className="text-muted">{item.text}</p>
        {item.note && <p className={`text-sm ${item.late ? "font-medium text-danger" : "text-muted"}`}>{item.note}</p>}
      </div>
      <LinkButton href={item.href} variant={primary ? "primary" : "secondary"} className="max-sm:w-full">
        {item.action}
      </LinkButton>
    </li>
  )
}
