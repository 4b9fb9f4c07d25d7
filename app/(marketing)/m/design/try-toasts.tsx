"use client"

import { Button } from "@/components/ui/button"
import { showToast } from "@/components/ui/toast-store"

export function TryToasts() {
  return (
    <>
      <Button onClick={() => showToast({ message: "Reminder sent to Northwind Traders" })}>Show a toast</Button>
      <Button
        onClick={() =>
          showToast({ message: "Task archived", undo: async () => showToast({ message: "Task is back" }) })
        }
      >
        Show one with undo
      </Button>
    </>
  )
}
