"use client"

import { BareStatus } from "@/components/shell/bare-status"

export default function Forbidden() {
  return <BareStatus code={403} />
}
