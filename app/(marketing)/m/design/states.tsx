import { FileText } from "lucide-react"
import { Banner } from "@/components/ui/banner"
import { Button, LinkButton } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog, DialogButton } from "@/components/ui/dialog"
import { NextStep } from "@/components/ui/next-step"
import { TableSkeleton } from "@/components/ui/skeleton"
import { EmptyState, ErrorState, Forbidden, NoMatch, NotFound, SessionEnded } from "@/components/ui/state"
import { Steps } from "@/components/ui/steps"
import { Tabs } from "@/components/ui/tabs"
import { tryDelete } from "./actions"
import { Section, Shelf } from "./section"
import { TryToasts } from "./try-toasts"

export function Feedback() {
  return (
    <Section title="Next step, notices, dialogs">
      <NextStep title="12:30 h are not invoiced yet" action={<Button variant="primary">Invoice 12:30 h</Button>}>
        The client agreed to be invoiced every month.
      </NextStep>
      <Steps
        steps={[
          { label: "Draft", state: "done" },
          { label: "Sent", state: "done" },
          { label: "Viewed", state: "now" },
          { label: "Paid", state: "later" },
        ]}
      />
      <Tabs
        label="Invoice"
        tabs={[
          { href: "?tab=overview", label: "Overview", current: true },
          { href: "?tab=lines", label: "Lines", count: 4 },
          { href: "?tab=history", label: "History" },
        ]}
      />
      <Banner
        title="Your trial ends in 6 days"
        action={
          <LinkButton size="sm" href="#plans">
            Choose a plan
          </LinkButton>
        }
      />
      <Banner tone="positive" title="Payment received" />
      <Banner tone="warning" title="The certificate of this supplier ends next week" />
      <Banner tone="danger" title="Two fields need your attention">
        <ul>
          <li>
            <a href="#demo-name">Name: is required</a>
          </li>
          <li>
            <a href="#demo-email">Email: belongs to another client</a>
          </li>
        </ul>
      </Banner>
      <Shelf>
        <DialogButton dialog="void" variant="danger">
          Void invoice…
        </DialogButton>
        <DialogButton dialog="panel">Open the side panel</DialogButton>
        <DialogButton dialog="sheet">Open the sheet</DialogButton>
        <TryToasts />
      </Shelf>
      <ConfirmDialog id="void" title="Void invoice INV-0042 for €1,200.00?" confirm="Void invoice" action={tryDelete}>
        <p>Its number stays in the books. The client sees that it is void and can no longer pay it.</p>
      </ConfirmDialog>
      <Dialog id="panel" title="INV-0042" place="side">
        <p className="text-muted">Northwind Traders</p>
      </Dialog>
      <Dialog id="sheet" title="Menu" place="bottom">
        <p className="text-muted">Comes from below, for one thumb.</p>
      </Dialog>
    </Section>
  )
}

export function States() {
  return (
    <Section title="Page states">
      <div className="grid gap-5 lg:grid-cols-2">
        <div className="panel">
          <EmptyState
            icon={FileText}
            title="No invoices yet"
            body="Invoices come from unbilled time, from a proposal, or are written by hand."
            action={<Button variant="primary">New invoice</Button>}
          />
        </div>
        <div className="panel">
          <NoMatch clearHref="?" />
        </div>
        <div className="panel">
          <ErrorState requestId="01JD3V8Q" retry={<Button variant="primary">Try again</Button>} />
        </div>
        <div className="panel">
          <Forbidden />
        </div>
        <div className="panel">
          <NotFound />
        </div>
        <div className="panel">
          <SessionEnded signInHref="/sign-in" />
        </div>
      </div>
      <TableSkeleton rows={4} />
    </Section>
  )
}
