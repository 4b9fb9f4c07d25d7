/** What a form's server action answers; it is also the state kept between two tries. */
export type FormState = {
  ok: boolean
  message?: string
  fields: Record<string, string[]>
  values: Record<string, string>
  data?: unknown
}

export const untouched: FormState = { ok: false, fields: {}, values: {} }

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
