"use client"

import { Forbidden } from "@/components/ui/state"

export default function Page() {
  return <Forbidden />
}
