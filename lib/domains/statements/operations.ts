import { firmProfile } from "@/lib/domains/firms/queries"
import { download, query } from "@/lib/kernel/operation"
import { today } from "@/lib/platform/clock"
import { statementPdf } from "./documents"
import { statementOf } from "./queries"
import { statementInput, statementOut } from "./schema"

export const readStatement = query({
  name: "statements.read",
  summary: "Read a client's statement of account",
  permission: "payments:read",
  rest: "GET /finance/statements/{clientId}",
  input: statementInput,
  output: statementOut,
  run: (input, { db, actor }) => statementOf(db, input, today(actor.timeZone)),
})

export const downloadStatement = download({
  name: "statements.pdf",
  summary: "Download a client's statement of account as PDF",
  permission: "payments:read",
  rest: "GET /finance/statements/{clientId}/pdf",
  input: statementInput,
  read: async (input, { db, actor }) => ({
    firm: await firmProfile(db),
    statement: await statementOf(db, input, today(actor.timeZone)),
  }),
  make: ({ firm, statement }) => statementPdf(firm, statement),
})
