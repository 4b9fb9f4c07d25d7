import { Download, Pencil, Plus, Save, Trash2 } from "lucide-react"
import { ActionForm } from "@/components/ui/action-form"
import { Button, LinkButton } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { CopyField } from "@/components/ui/copy-field"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import { FileDrop } from "@/components/ui/file-drop"
import { HoursInput } from "@/components/ui/hours-input"
import { Kbd } from "@/components/ui/kbd"
import { Menu } from "@/components/ui/menu"
import { MoneyInput } from "@/components/ui/money-input"
import { Picker } from "@/components/ui/picker"
import { RadioGroup } from "@/components/ui/radio-group"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { Tooltip } from "@/components/ui/tooltip"
import { nothing, tryCreate, tryForm } from "./actions"
import { dayFromNow } from "./samples"
import { Section, Shelf } from "./section"

export function Buttons() {
  return (
    <Section title="Buttons and menus">
      <Shelf>
        <Button variant="primary" icon={Plus}>
          New invoice
        </Button>
        <Button icon={Download}>Export CSV</Button>
        <Button variant="ghost">Cancel</Button>
        <Button variant="danger" icon={Trash2}>
          Void invoice
        </Button>
        <LinkButton href="#buttons-and-menus" icon={Pencil}>
          A link
        </LinkButton>
        <Button icon={Pencil} iconOnly>
          Edit
        </Button>
        <Menu
          entries={[
            { label: "Duplicate", href: "?duplicate=1", hint: "D" },
            { label: "Download PDF", href: "/favicon.ico", icon: <Download aria-hidden />, download: true },
            { line: true },
            { heading: "Danger" },
            { label: "Void invoice…", dialog: "void", icon: <Trash2 aria-hidden />, danger: true },
            { label: "Archive", action: nothing },
          ]}
        />
      </Shelf>
      <Shelf>
        <Button variant="primary" pending>
          Saving
        </Button>
        <Button pending>Loading</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button disabled>Disabled</Button>
        <Button size="sm">Small</Button>
        <Button size="lg" variant="primary">
          Large
        </Button>
        <Tooltip text="Hours that no invoice holds yet">
          <Button variant="ghost">With a tooltip</Button>
        </Tooltip>
        <span>
          <Kbd>⌘</Kbd> <Kbd>K</Kbd>
        </span>
      </Shelf>
    </Section>
  )
}

const clients = [
  { value: "1", label: "Northwind Traders", hint: "Acme" },
  { value: "2", label: "Globex" },
  { value: "3", label: "Initech" },
  { value: "4", label: "Aperture Research & Development" },
]

export function Forms() {
  return (
    <Section title="Forms">
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <ActionForm action={tryForm} id="demo" labels={{ name: "Name", email: "Email" }}>
          <div className="form-row">
            <Field name="name" label="Name" required hint="As it stands on invoices.">
              <TextInput autoComplete="organization" />
            </Field>
            <Field name="email" label="Email" required>
              <TextInput type="email" autoComplete="email" />
            </Field>
          </div>
          <Field name="client" label="Client" hint="Search, choose, or type a new name.">
            <Picker options={clients} create={tryCreate} defaultValue="2" />
          </Field>
          <div className="form-row">
            <Field name="budget" label="Budget" hint="1,200.50 or 1.2k">
              <MoneyInput currency="EUR" defaultValue="12000.00" />
            </Field>
            <Field name="hours" label="Hours" hint="1.5, 1:30 or 90m">
              <HoursInput defaultValue="1.50" />
            </Field>
            <Field name="due" label="Due" hint="24 Dec, or next Friday">
              <DateInput defaultValue={dayFromNow(9)} />
            </Field>
          </div>
          <div className="form-row">
            <Field name="kind" label="Kind">
              <Select
                options={["Fixed price", "Time and materials", "Retainer"].map((label) => ({ value: label, label }))}
              />
            </Field>
            <Field name="site" label="Subdomain">
              <TextInput suffix=".example.com" defaultValue="acme" />
            </Field>
          </div>
          <Field name="note" label="Note">
            <Textarea rows={3} />
          </Field>
          <RadioGroup
            name="terms"
            label="Payment terms"
            cards
            defaultValue="14"
            options={[
              { value: "14", label: "14 days", hint: "What most clients agree to." },
              { value: "30", label: "30 days" },
            ]}
          />
          <Checkbox name="visible" label="Visible in the portal" hint="The client sees it at once." defaultChecked />
          <div className="form-actions">
            <SubmitButton icon={<Save aria-hidden />}>Save client</SubmitButton>
            <LinkButton href="#forms" variant="ghost">
              Cancel
            </LinkButton>
          </div>
        </ActionForm>
        <div className="grid gap-5">
          <Field name="broken" label="With an error" error="Enter an address like name@example.com." required>
            <TextInput type="email" defaultValue="ada@" />
          </Field>
          <Field name="off" label="Disabled">
            <TextInput disabled defaultValue="Can’t be changed after sending" />
          </Field>
          <CopyField label="Public link" value="https://acme.example.com/proposals/8c1f" />
          <Field name="files" label="Files" group>
            <FileDrop name="files" />
          </Field>
        </div>
      </div>
    </Section>
  )
}
