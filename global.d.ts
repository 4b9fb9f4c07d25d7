import type { Locale, Messages } from "./lib/platform/messages"

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}

declare module "react" {
  // Invoker commands open and close dialogs without a script; React passes both through.
  interface ButtonHTMLAttributes<T> extends HTMLAttributes<T> {
    commandfor?: string
    command?: "show-modal" | "close" | "request-close" | "toggle-popover" | "show-popover" | "hide-popover"
  }
}
