/** What a form knows after its action: whether it went well, what was wrong, and what had been typed. */
export type FormState = {
  ok: boolean
  message?: string
  fields: Record<string, string[]>
  values: Record<string, string>
  data?: unknown
}

export const blank: FormState = { ok: false, fields: {}, values: {} }
