import { Plus } from "lucide-react"
import { AuthShell } from "@/components/shell/auth-shell"
import { brandStyle } from "@/components/shell/brand"
import { ConsoleShell } from "@/components/shell/console-shell"
import type { NavGroup, NavItem } from "@/components/shell/nav"
import { NotificationsButton } from "@/components/shell/notifications"
import { Page } from "@/components/shell/page"
import { PortalShell } from "@/components/shell/portal-shell"
import { PublicShell } from "@/components/shell/public-shell"
import { WorkspaceShell } from "@/components/shell/workspace-shell"
import { ActionForm } from "@/components/ui/action-form"
import { StatusBadge } from "@/components/ui/badge"
import { Button, LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Money } from "@/components/ui/money"
import { NextStep } from "@/components/ui/next-step"
import { Pagination } from "@/components/ui/pagination"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { packRows } from "@/components/ui/table-rows"
import { TextInput } from "@/components/ui/text-input"
import { Day } from "@/components/ui/when"
import { nothing, tryBulk, tryForm } from "./actions"
import { dayFromNow, invoiceColumns, invoiceStatus, invoices } from "./samples"

const person = { name: "Dana Ortiz", email: "owner@acme.test" }

/** As the browser has it: the proxy puts the surface’s prefix before it. */
const at = (path: string) => `/design/${path}`

const nav: NavGroup[] = [
  {
    items: [
      { href: at("home"), label: "Home", icon: "home" },
      { href: at("inbox"), label: "Inbox", icon: "inbox", count: 3 },
    ],
  },
  {
    label: "Sales",
    items: [
      { href: at("leads"), label: "Leads", icon: "leads" },
      { href: at("prospects"), label: "Prospects", icon: "prospects" },
      { href: at("proposals"), label: "Proposals", icon: "proposals" },
    ],
  },
  {
    label: "Delivery",
    items: [
      { href: at("clients"), label: "Clients", icon: "clients" },
      { href: at("projects"), label: "Projects", icon: "projects" },
      { href: at("time"), label: "Time", icon: "time" },
    ],
  },
  {
    label: "Money",
    items: [
      { href: at("workspace"), label: "Invoices", icon: "invoices", count: 12 },
      { href: at("payments"), label: "Payments", icon: "payments" },
      { href: at("ledger"), label: "Ledger", icon: "ledger" },
    ],
  },
]

const phoneNav: NavItem[] = [
  { href: at("home"), label: "Home", icon: "home" },
  { href: at("projects"), label: "Projects", icon: "projects" },
  { href: at("time"), label: "Time", icon: "time" },
  { href: at("workspace"), label: "Invoices", icon: "invoices" },
]

function Workspace() {
  return (
    <div data-surface="workspace">
      <WorkspaceShell
        firm={{ name: "Acme Advisory" }}
        person={person}
        nav={nav}
        phoneNav={phoneNav}
        signOut={nothing}
        live={false}
        firmMenu={[
          { label: "Settings", href: "?settings" },
          { label: "Team", href: "?team" },
        ]}
        personMenu={[{ label: "Profile", href: "?profile" }]}
        commands={[
          { label: "New invoice", href: "?new" },
          { label: "Start timer", href: "?timer", hint: "T" },
        ]}
        searchUrl="/design/search"
        notifications={<NotificationsButton unread={1} allHref="/design/workspace" url="/design/notices" />}
      >
        <Page
          title="Invoices"
          count={128}
          actions={
            <LinkButton href="?new" variant="primary" icon={Plus}>
              New invoice
            </LinkButton>
          }
          more={[{ label: "Import", href: "?import" }]}
        >
          <ListToolbar
            search="Search invoices"
            filters={[{ name: "status", label: "Status", options: [{ value: "paid", label: "Paid" }] }]}
          />
          <DataTable
            caption="Invoices"
            columns={invoiceColumns}
            rows={packRows([...invoices, ...invoices.map(([id, ...rest]) => [`${id}b`, ...rest])])}
            bulk={[{ label: "Send reminders", action: tryBulk }]}
          />
          <Pagination next="abc" count={128} />
        </Page>
      </WorkspaceShell>
    </div>
  )
}

function Detail() {
  return (
    <div data-surface="workspace">
      <WorkspaceShell
        firm={{ name: "Acme Advisory" }}
        person={person}
        nav={nav}
        phoneNav={phoneNav}
        signOut={nothing}
        live={false}
      >
        <Page
          title="INV-0042"
          breadcrumbs={[{ label: "Invoices", href: at("workspace") }]}
          status={<StatusBadge status="overdue" vocabulary={invoiceStatus} />}
          subtitle="Northwind Traders · Year-end audit 2026"
          more={[{ label: "Download PDF", href: "?pdf" }]}
          aside={
            <Panel title="Facts">
              <Facts
                facts={[
                  ["Client", "Northwind Traders"],
                  ["Due", <Day key="due" on={dayFromNow(-12)} />],
                  ["Total", <Money key="total" amount="8925.00" currency="EUR" />],
                ]}
              />
            </Panel>
          }
        >
          <NextStep title="12 days overdue" action={<Button variant="primary">Send reminder</Button>} />
          <Panel title="Lines" flush>
            <DataTable caption="Lines" columns={invoiceColumns} rows={packRows(invoices.slice(0, 3))} />
          </Panel>
        </Page>
      </WorkspaceShell>
    </div>
  )
}

function Portal() {
  const items: NavItem[] = [
    { href: at("portal"), label: "Overview", icon: "home" },
    { href: at("projects"), label: "Projects", icon: "projects" },
    { href: at("invoices"), label: "Invoices", icon: "invoices", count: 1 },
    { href: at("documents"), label: "Documents", icon: "documents" },
    { href: at("chat"), label: "Messages", icon: "chat" },
  ]
  return (
    <div data-surface="portal" data-brand="" style={brandStyle({ accent: "#f2b705" })}>
      <PortalShell
        firm={{ name: "Acme Advisory" }}
        person={{ name: "Pat Lindqvist", email: "pat@northwind.test" }}
        nav={items}
        signOut={nothing}
      >
        <Page title="Good morning, Pat" subtitle="Northwind Traders">
          <NextStep title="Invoice INV-0042 is due on Friday" action={<Button variant="primary">Pay €8,925.00</Button>}>
            Year-end audit 2026
          </NextStep>
          <Panel title="Projects" flush>
            <DataTable
              caption="Invoices"
              columns={[invoiceColumns[0]!, invoiceColumns[2]!, invoiceColumns[6]!]}
              rows={invoices
                .slice(0, 4)
                .map(([id, href, client, , status, , , , total]) => [id, href, client!, status!, total!])}
            />
          </Panel>
        </Page>
      </PortalShell>
    </div>
  )
}

function Auth() {
  return (
    <AuthShell
      firm={{ name: "Acme Advisory" }}
      title="Sign in to Acme Advisory"
      footer={
        <>
          <a href="?forgot">Forgot your password?</a>
          <a href="?portal">Client portal</a>
        </>
      }
    >
      <ActionForm action={tryForm} guard={false} id="signin">
        <Field name="email" label="Email" required>
          <TextInput type="email" autoComplete="username" />
        </Field>
        <Field name="password" label="Password" required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <SubmitButton wide>Sign in</SubmitButton>
      </ActionForm>
    </AuthShell>
  )
}

function Console() {
  return (
    <div data-surface="console">
      <ConsoleShell
        person={{ name: "Olu Operator", email: "operator@platform.test" }}
        nav={[
          {
            items: [
              { href: at("console"), label: "Firms", icon: "firms" },
              { href: at("jobs"), label: "Jobs", icon: "jobs" },
            ],
          },
        ]}
        phoneNav={[{ href: at("console"), label: "Firms", icon: "firms" }]}
        signOut={nothing}
      >
        <Page title="Firms" count={2}>
          <DataTable
            caption="Firms"
            columns={[
              { key: "name", label: "Firm" },
              { key: "plan", label: "Plan" },
            ]}
            rows={[
              ["1", "?acme", "Acme Advisory", "Team"],
              ["2", "?birch", "Birch & Co", "Solo"],
            ]}
          />
        </Page>
      </ConsoleShell>
    </div>
  )
}

function Public() {
  return (
    <PublicShell>
      <Page title="Pricing">
        <p className="prose">One price for the whole firm.</p>
      </Page>
    </PublicShell>
  )
}

export const shells = {
  workspace: Workspace,
  detail: Detail,
  portal: Portal,
  auth: Auth,
  console: Console,
  public: Public,
}
