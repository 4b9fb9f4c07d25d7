import { Download } from "lucide-react"
import { Avatar, Person } from "@/components/ui/avatar"
import { Badge, StatusBadge } from "@/components/ui/badge"
import { BarChart } from "@/components/ui/bar-chart"
import { Board } from "@/components/ui/board"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { Facts } from "@/components/ui/facts"
import { Hours } from "@/components/ui/hours"
import { LineChart } from "@/components/ui/line-chart"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Money } from "@/components/ui/money"
import { Pagination } from "@/components/ui/pagination"
import { Panel } from "@/components/ui/panel"
import { Progress } from "@/components/ui/progress"
import { RankChart } from "@/components/ui/rank-chart"
import { Sparkline } from "@/components/ui/sparkline"
import { StatTile, StatTiles } from "@/components/ui/stat-tile"
import { packRows } from "@/components/ui/table-rows"
import { Timeline } from "@/components/ui/timeline"
import { Views } from "@/components/ui/views"
import { Day, Moment, When } from "@/components/ui/when"
import { tryBulk, tryMove } from "./actions"
import {
  ago,
  dayFromNow,
  hoursByKind,
  invoiceColumns,
  invoiceStatus,
  invoices,
  profit,
  prospects,
  revenue,
  topClients,
} from "./samples"
import { Section, Shelf } from "./section"

const euro = { currency: "EUR" }

export function Lists() {
  return (
    <Section title="Lists">
      <div>
        <Views
          views={[
            { label: "All", query: "" },
            { label: "Overdue", query: "status=overdue" },
            { label: "To send", query: "status=draft&sort=due" },
          ]}
        />
        <ListToolbar
          search="Search invoices"
          columns={invoiceColumns}
          filters={[
            {
              name: "status",
              label: "Status",
              multiple: true,
              options: Object.entries(invoiceStatus).map(([value, { label }]) => ({ value, label })),
            },
            {
              name: "owner",
              label: "Owner",
              options: [
                { value: "dana", label: "Dana Ortiz" },
                { value: "lee", label: "Lee Chen" },
              ],
            },
          ]}
        >
          <LinkButton href="/design" icon={Download} download="invoices.csv">
            Export CSV
          </LinkButton>
        </ListToolbar>
        <DataTable
          caption="Invoices"
          columns={invoiceColumns}
          rows={packRows(invoices)}
          bulk={[
            { label: "Send reminders", action: tryBulk },
            { label: "Void", action: tryBulk, danger: true },
          ]}
          totals={[null, null, null, null, null, "260.50", ["54705.00", "EUR"]]}
        />
        <Pagination next="abc" previous="xyz" count={128} />
      </div>
    </Section>
  )
}

export function Charts() {
  return (
    <Section title="Figures and charts">
      <StatTiles>
        <StatTile
          label="Outstanding"
          value={<Money amount="43785.00" currency="EUR" short />}
          note="12 invoices, 3 overdue"
          href="?open=1"
        />
        <StatTile
          label="Paid this month"
          value={<Money amount="54700.00" currency="EUR" short />}
          note="18 % more than in October"
          chart={<Sparkline values={[27, 30, 33, 37, 38, 44, 46, 41, 43, 50, 54]} label="Paid by month: rising" />}
        />
        <StatTile label="Unbilled" value={<Hours value="112.75" />} note="5 projects" href="?unbilled=1" />
        <StatTile label="Pipeline" value={<Money amount="176500.00" currency="EUR" short />} note="weighted" />
      </StatTiles>
      <div className="grid gap-5 lg:grid-cols-2">
        <Panel>
          <LineChart title="Invoiced and paid by month" note="2026" data={revenue} unit={euro} />
        </Panel>
        <Panel>
          <BarChart title="Hours by week" note="whole firm" data={hoursByKind} unit="hours" stacked />
        </Panel>
        <Panel>
          <BarChart title="Profit by quarter and service" data={profit} unit={euro} />
        </Panel>
        <Panel>
          <LineChart title="Invoiced by month" data={{ ...revenue, series: [revenue.series[0]!] }} unit={euro} area />
        </Panel>
        <Panel>
          <RankChart title="Clients by revenue" note="last 12 months" rows={topClients} unit={euro} />
        </Panel>
        <Panel title="Budget">
          <div className="grid gap-4 text-sm">
            <Progress value={42} label="Budget used" />
            <Progress value={84} label="Budget used" tone="warning" />
            <Progress value={120} max={100} label="Budget used" tone="danger" />
          </div>
        </Panel>
      </div>
    </Section>
  )
}

export function Boards() {
  return (
    <Section title="Board">
      <Board label="Pipeline" columns={prospects} move={tryMove} currency="EUR" />
    </Section>
  )
}

export function Display() {
  return (
    <Section title="Display">
      <Shelf>
        {Object.keys(invoiceStatus).map((status) => (
          <StatusBadge key={status} status={status} vocabulary={invoiceStatus} />
        ))}
        <Badge>Neutral</Badge>
      </Shelf>
      <Shelf>
        {["Dana Ortiz", "Lee Chen", "Sam Okafor", "Pat Lindqvist", "Gil Moreau", "أمينة حسن"].map((name) => (
          <Person key={name} name={name} />
        ))}
        <Avatar name="Acme Advisory" size="lg" square />
      </Shelf>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title="Facts">
          <Facts
            facts={[
              ["Client", "Northwind Traders"],
              ["Total", <Money key="total" amount="8925.00" currency="EUR" />],
              ["Credit", <Money key="credit" amount="-120.5" currency="EUR" />],
              ["Hours", <Hours key="hours" value="42.50" />],
              ["Due", <Day key="due" on={dayFromNow(-12)} weekday />],
              ["Sent", <Moment key="sent" at={ago(300)} />],
              ["Viewed", <When key="viewed" at={ago(3)} />],
              ["Left out", null],
            ]}
          />
        </Panel>
        <Panel title="History">
          <Timeline
            entries={[
              { id: "1", at: ago(0.4), actor: "Pat Lindqvist", text: "opened the invoice" },
              {
                id: "2",
                at: ago(4),
                actor: "Dana Ortiz",
                text: "added a note",
                body: "They asked for the cost centre on the invoice. Sent a corrected one.",
              },
              { id: "3", at: ago(30), text: "Reminder mailed to pat@northwind.test" },
              {
                id: "4",
                at: ago(24 * 50),
                actor: "Dana Ortiz",
                text: "created the invoice from 42:30 h of unbilled time",
              },
            ]}
          />
        </Panel>
      </div>
    </Section>
  )
}
