"use client"

import { BareStatus } from "@/components/shell/bare-status"

export default function Unauthorized() {
  return <BareStatus code={401} />
}
