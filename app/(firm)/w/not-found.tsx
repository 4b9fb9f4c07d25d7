"use client"

import { NotFound } from "@/components/ui/state"

export default function Page() {
  return <NotFound />
}
