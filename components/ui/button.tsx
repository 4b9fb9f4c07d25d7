import type { LucideIcon } from "lucide-react"
import Link from "next/link"
import type { ButtonHTMLAttributes, ReactNode } from "react"
import { classNames } from "./class-names"

export type ButtonLook = {
  variant?: "primary" | "secondary" | "ghost" | "danger"
  size?: "sm" | "md" | "lg"
  wide?: boolean
  icon?: LucideIcon
  /** Shows the icon alone; `label` is then the accessible name. */
  iconOnly?: boolean
}

export function buttonClass({ variant = "secondary", size = "md", wide, iconOnly }: ButtonLook): string {
  return ["btn", `btn-${variant}`, size !== "md" && `btn-${size}`, wide && "btn-wide", iconOnly && "btn-icon"]
    .filter(Boolean)
    .join(" ")
}

type ButtonProps = ButtonLook & { pending?: boolean; children: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>

export function Button({
  variant,
  size,
  wide,
  icon: Icon,
  iconOnly,
  pending,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonClass({ variant, size, wide, iconOnly }), className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest["aria-disabled"]}
    >
      {pending ? <span className="spinner" aria-hidden /> : Icon && <Icon aria-hidden />}
      {iconOnly ? <span className="sr-only">{children}</span> : children}
    </button>
  )
}

type LinkButtonProps = ButtonLook & {
  href: string
  children: ReactNode
  className?: string
  download?: boolean | string
  target?: string
  prefetch?: boolean
}

/** A link that looks like a button. `download` and `target` make it a plain link: there is no page to navigate to. */
export function LinkButton({
  href,
  children,
  className,
  download,
  target,
  prefetch = false,
  ...look
}: LinkButtonProps) {
  const { icon: Icon, iconOnly } = look
  const inside = (
    <>
      {Icon && <Icon aria-hidden />}
      {iconOnly ? <span className="sr-only">{children}</span> : children}
    </>
  )
  const names = classNames(buttonClass(look), className)
  if (download || target)
    return (
      <a className={names} href={href} download={download} target={target} rel={target && "noopener"}>
        {inside}
      </a>
    )
  return (
    <Link className={names} href={href} prefetch={prefetch}>
      {inside}
    </Link>
  )
}
