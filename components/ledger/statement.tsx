import Link from "next/link"
import { classNames } from "@/components/ui/class-names"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"

export type StatementLine = { key: string; label: string; href?: string; amounts: string[] }
export type StatementSection = { title?: string; lines: StatementLine[]; total?: { label: string; amounts: string[] } }

type StatementProps = {
  title: string
  /** What the lines are: accounts, clients. */
  heading: string
  columns: string[]
  sections: StatementSection[]
  currency: string
}

/** A financial statement: sections of accounts with their sums, figures under figures. */
export function Statement({ title, heading, columns, sections, currency }: StatementProps) {
  // One figure fits beside its account on any screen; several stand below it on a phone, each with its heading.
  const cards = columns.length > 1
  const place = (amount: string, at: number) =>
    at === columns.length - 1 ? "c-e" : /[1-9]/.test(amount) ? "c-l" : "c-x"
  const figures = (amounts: string[], strong = false) =>
    amounts.map((amount, at) => (
      <td
        key={columns[at]}
        className={classNames("n", cards && place(amount, at), strong && "font-semibold")}
        data-label={cards ? columns[at] : undefined}
      >
        {amount && <Money amount={amount} currency={currency} />}
      </td>
    ))
  return (
    <Panel title={title} flush>
      <div className="table-wrap border-0">
        <table className={cards ? "table table-cards" : "table"}>
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="n">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {sections.map((section) => (
            <tbody key={section.title ?? section.total?.label}>
              {section.title && (
                <tr>
                  <th scope="rowgroup" colSpan={columns.length + 1} className="pt-4 text-start font-semibold">
                    {section.title}
                  </th>
                </tr>
              )}
              {section.lines.map(({ key, label, href, amounts }) => (
                <tr key={key}>
                  <td className="c-t">
                    {href ? (
                      <Link className="link" href={href} prefetch={false}>
                        {label}
                      </Link>
                    ) : (
                      label
                    )}
                  </td>
                  {figures(amounts)}
                </tr>
              ))}
              {section.total && (
                <tr>
                  <td className="c-t font-semibold">{section.total.label}</td>
                  {figures(section.total.amounts, true)}
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  )
}
