import { getLocale, getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import { formatDay } from "@/components/ui/format"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Select } from "@/components/ui/select"
import type { StatementOfAccount } from "@/lib/domains/statements/schema"

/** A client's account in a period: what was owed, what changed it, what is owed; the paper is one click away. */
export async function ClientStatement({ statement }: { statement: StatementOfAccount }) {
  const [t, locale] = await Promise.all([getTranslations("statements"), getLocale()])
  const { client, from, to, currency, currencies, opening, closing, entries } = statement
  const paper = `/api/v1/finance/statements/${client.id}/pdf?${new URLSearchParams({ from, to, currency })}`
  return (
    <>
      <form className="no-print flex flex-wrap items-end gap-3">
        <input type="hidden" name="tab" value="statement" />
        <Field name="from" label={t("screen.from")}>
          <DateInput defaultValue={from} />
        </Field>
        <Field name="to" label={t("screen.to")}>
          <DateInput defaultValue={to} />
        </Field>
        {currencies.length > 1 && (
          <Field name="currency" label={t("screen.currency")}>
            <Select defaultValue={currency} options={currencies.map((value) => ({ value, label: value }))} />
          </Field>
        )}
        <button type="submit" className="btn btn-secondary">
          {t("screen.show")}
        </button>
      </form>
      <Panel
        title={t("title")}
        flush
        actions={
          <LinkButton href={paper} download>
            {t("screen.pdf")}
          </LinkButton>
        }
      >
        <div className="table-wrap border-0">
          <table className="table table-cards">
            <caption className="sr-only">{t("screen.caption", { client: client.name })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("on")}</th>
                <th scope="col">{t("what")}</th>
                <th scope="col" className="n">
                  {t("amount")}
                </th>
                <th scope="col" className="n">
                  {t("balance")}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td className="c-l">{formatDay(locale, from)}</td>
                <td className="c-t">{t("opening")}</td>
                <td />
                <td className="c-e n">
                  <Money amount={opening} currency={currency} />
                </td>
              </tr>
              {entries.map(({ id, on, kind, reference, amount, balance }) => (
                <tr key={id}>
                  <td className="c-l">{formatDay(locale, on)}</td>
                  <td className="c-t">
                    {t(`kinds.${kind as "invoice.issued"}`)}
                    {reference && <small>{reference}</small>}
                  </td>
                  <td className="c-e n">
                    <Money amount={amount} currency={currency} />
                  </td>
                  <td className="c-l n" data-label={t("balance")}>
                    <Money amount={balance} currency={currency} />
                  </td>
                </tr>
              ))}
              {entries.length === 0 && (
                <tr>
                  <td colSpan={4} className="c-t text-muted">
                    {t("screen.none")}
                  </td>
                </tr>
              )}
            </tbody>
            <tfoot>
              <tr>
                <td colSpan={3} className="c-t font-semibold">
                  {t("closing", { day: formatDay(locale, to) })}
                </td>
                <td className="c-e n font-semibold">
                  <Money amount={closing} currency={currency} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      </Panel>
      {closing.startsWith("-") && (
        <p className="text-sm text-muted">{t("screen.creditNote", { client: client.name })}</p>
      )}
    </>
  )
}
