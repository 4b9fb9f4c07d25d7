"use client"

import { use } from "react"
import { FormContext } from "@/components/ui/form-context"

/** When the visitor first saw the form: a refusal doesn't start the time anew. */
export function StartedField({ value }: { value: string }) {
  const { state } = use(FormContext)
  return <input type="hidden" name="started" value={state.values.started ?? value} />
}
