import { NextIntlClientProvider } from "next-intl"
import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import en from "@/messages/en"
import { Checkbox } from "./checkbox"
import { Field } from "./field"
import { FormContext } from "./form-context"
import type { FormState } from "./form-state"
import { HoursInput } from "./hours-input"
import { MoneyInput } from "./money-input"
import { RadioGroup } from "./radio-group"
import { Select } from "./select"
import { TextInput } from "./text-input"

const refused: FormState = {
  ok: false,
  fields: { email: ["This address belongs to another client."] },
  values: { email: "ada@", kind: "b", budget: "1200.50", hours: "1.50" },
}

function markup(children: ReactNode, state?: FormState) {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={en}>
      <FormContext
        value={{ id: "f", state: state ?? { ok: false, fields: {}, values: {} }, tries: state ? 1 : 0, rounds: 0 }}
      >
        {children}
      </FormContext>
    </NextIntlClientProvider>,
  )
}

describe("a field", () => {
  it("names its control, says that it is required, and describes it by the hint", () => {
    const html = markup(
      <Field name="email" label="Email" hint="For invoices." required>
        <TextInput type="email" />
      </Field>,
    )
    expect(html).toContain('<label class="label" for="f-email" data-required="true">Email</label>')
    const input = /<input[^>]*>/.exec(html)?.[0]
    for (const attribute of ['id="f-email"', 'name="email"', "required", 'aria-describedby="f-email-note"'])
      expect(input).toContain(attribute)
    expect(html).toContain('<p class="hint" id="f-email-note">For invoices.</p>')
  })

  it("puts the error in the hint's place and keeps what was typed", () => {
    const html = markup(
      <Field name="email" label="Email" hint="For invoices.">
        <TextInput type="email" defaultValue="old@example.com" />
      </Field>,
      refused,
    )
    expect(html).toMatch(/aria-invalid="true"[^>]*aria-describedby="f-email-note"[^>]*value="ada@"/)
    expect(html).toContain("This address belongs to another client.")
    expect(html).not.toContain("For invoices.")
  })

  it("never sends a password back", () => {
    const html = markup(
      <Field name="email" label="Password">
        <TextInput type="password" />
      </Field>,
      refused,
    )
    expect(html).not.toContain("ada@")
  })

  it("keeps what was chosen", () => {
    const options = ["a", "b"].map((value) => ({ value, label: value }))
    const select = markup(
      <Field name="kind" label="Kind">
        <Select options={options} defaultValue="a" />
      </Field>,
      refused,
    )
    expect(select).toContain('<option value="b" selected="">')
    const radios = markup(<RadioGroup name="kind" label="Kind" options={options} defaultValue="a" />, refused)
    expect(radios).toMatch(/value="b"[^>]*checked=""|checked=""[^>]*value="b"/)
    expect(radios).toContain('<legend class="label">Kind</legend>')
    expect(markup(<Checkbox name="visible" label="Visible" defaultChecked />, refused)).not.toContain("checked")
    expect(markup(<Checkbox name="visible" label="Visible" defaultChecked />)).toContain("checked")
  })

  it("writes money and hours as people read them, under the field's own name when there is no script", () => {
    const html = markup(
      <>
        <Field name="budget" label="Budget">
          <MoneyInput currency="EUR" />
        </Field>
        <Field name="hours" label="Hours">
          <HoursInput />
        </Field>
      </>,
      refused,
    )
    expect(html).toMatch(/<input[^>]*name="budget"[^>]*value="1,200.50"/)
    expect(html).toMatch(/<input[^>]*name="hours"[^>]*value="1:30"/)
    expect(html).not.toContain('type="hidden"')
  })
})
