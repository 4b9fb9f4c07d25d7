"use server"

import { randomUUID } from "node:crypto"
import { redirect } from "next/navigation"
import type { BoardMove } from "@/components/ui/board-state"
import type { FormState } from "@/components/ui/form-state"

/** The form of the design page: always finds fault until the name is “Ada”. */
export async function tryForm(_: FormState, form: FormData): Promise<FormState> {
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  )
  if (values.name === "Ada") return { ok: true, message: "Client saved", fields: {}, values: {} }
  return {
    ok: false,
    fields: { name: ["Write “Ada” to see it succeed."], email: ["This address belongs to another client."] },
    values,
  }
}

export async function tryBulk(form: FormData) {
  redirect(`/design?picked=${form.getAll("ids").join(",")}`)
}

export async function tryDelete(): Promise<FormState> {
  return { ok: true, message: "Invoice voided", fields: {}, values: {} }
}

/** Refuses the column “Won”, to show a card going back. */
export async function tryMove({ to }: BoardMove): Promise<string | null> {
  return to === "won" ? "A prospect is won by an accepted proposal, not by hand." : null
}

export async function tryCreate(name: string) {
  return { value: randomUUID(), label: name }
}

export async function nothing() {}
