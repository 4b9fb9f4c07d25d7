"use client"

import { BareStatus } from "@/components/shell/bare-status"

export default function NotFound() {
  return <BareStatus code={404} />
}
