"use client"

import { useEffect, useState } from "react"
import { Select } from "@/components/ui/select"

/** Time zones, one to a line, with the browser's own chosen. */
export function ZoneSelect({ zones }: { zones: string }) {
  const all = zones.split("\n")
  const [own, setOwn] = useState("UTC")
  useEffect(() => setOwn(ownZone(zones.split("\n")) ?? "UTC"), [zones])
  return (
    <Select
      key={own}
      defaultValue={own}
      options={all.map((value) => {
        const [region, ...place] = value.replaceAll("_", " ").split("/")
        return place.length ? { value, group: region, label: place.join(", ") } : { value, label: value }
      })}
    />
  )
}

/** Browsers name some zones anew ("Asia/Kolkata" was "Asia/Calcutta"): the same zone by another name counts. */
function ownZone(zones: string[]): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  if (zones.includes(timeZone)) return timeZone
  const renamed = (zone: string) => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone
  return zones.find((zone) => renamed(zone) === timeZone)
}
