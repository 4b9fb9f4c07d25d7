import { cloneElement, type ReactElement, useId } from "react"

/** Extra words for the control inside; shown on hover and focus, and read out as its description. */
export function Tooltip({ text, children }: { text: string; children: ReactElement<{ "aria-describedby"?: string }> }) {
  const id = useId()
  return (
    <span className="tip">
      {cloneElement(children, { "aria-describedby": id })}
      <span role="tooltip" id={id}>
        {text}
      </span>
    </span>
  )
}
