"use client"

import { CircleCheck } from "lucide-react"
import { type ComponentProps, use, useState } from "react"
import { Field } from "@/components/ui/field"
import { FormContext, useControl } from "@/components/ui/form-context"
import { TextInput } from "@/components/ui/text-input"
import { proposedSubdomain } from "@/lib/domains/sign-up/rules"
import { useAddressState } from "./address-state"

type FirmAddressProps = {
  /** What follows the address: ".consultantpro.com". */
  domain: string
  words: Record<"firmName" | "subdomain" | "hint" | "checking" | "taken" | "malformed", string>
  /** "{address} is free", with the place for the address left in. */
  free: string
}

/** The firm's name, and the address that it proposes until somebody writes their own. */
export function FirmAddress({ domain, words, free }: FirmAddressProps) {
  const { state: answered } = use(FormContext)
  const [typed, setTyped] = useState({ name: answered.values.firmName ?? "", own: answered.values.subdomain })
  const [left, setLeft] = useState(false)
  const address = (typed.own ?? proposedSubdomain(typed.name)).trim().toLowerCase()
  const state = useAddressState(address)
  const problem =
    state === "taken"
      ? words.taken
      : state === "malformed" && left
        ? words.malformed
        : state === "idle"
          ? undefined
          : ""

  return (
    <>
      <Field name="firmName" label={words.firmName} required>
        <TextInput
          autoComplete="organization"
          maxLength={120}
          onChange={({ target }) => setTyped(({ own }) => ({ own, name: target.value }))}
        />
      </Field>
      <Field
        name="subdomain"
        label={words.subdomain}
        required
        error={problem}
        hint={
          <span aria-live="polite" className={state === "free" ? "free" : undefined}>
            {state === "free" && <CircleCheck className="lucide" aria-hidden />}
            {state === "free"
              ? free.replace("{address}", address + domain)
              : words[state === "checking" ? state : "hint"]}
          </span>
        }
      >
        <AddressInput
          domain={domain}
          value={typed.own ?? address}
          onChange={({ target }) => setTyped(({ name }) => ({ name, own: target.value || undefined }))}
          onBlur={() => setLeft(true)}
          onFocus={() => setLeft(false)}
        />
      </Field>
    </>
  )
}

function AddressInput({ domain, ...rest }: { domain: string } & ComponentProps<"input">) {
  const { attributes } = useControl({})
  return (
    <div className="input input-group">
      <input
        {...attributes}
        {...rest}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={40}
      />
      <span className="affix">{domain}</span>
    </div>
  )
}
