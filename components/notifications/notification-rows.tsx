"use client"

import { Bell } from "lucide-react"
import Link from "next/link"
import { ActionForm } from "@/components/ui/action-form"
import { Badge } from "@/components/ui/badge"
import type { FormAction } from "@/components/ui/form-state"
import { SubmitButton } from "@/components/ui/submit-button"
import { When } from "@/components/ui/when"
import { noticeHref } from "./notice-href"

export type NotificationRow = [id: string, text: string, at: string, unread: boolean]

type NotificationRowsProps = {
  rows: NotificationRow[]
  words: { fresh: string; markRead: string }
  markRead: FormAction
}

/** One client component for all of them: what fifty rows are made of crosses to the browser as data alone. */
export function NotificationRows({ rows, words, markRead }: NotificationRowsProps) {
  return (
    <ol className="panel divide-y divide-line">
      {rows.map(([id, text, at, unread]) => (
        <li key={id} className="relative flex flex-wrap items-center gap-x-3 gap-y-1 p-4">
          <div className="min-w-0 flex-1 basis-48">
            <Link
              className={unread ? "font-medium after:absolute after:inset-0" : "after:absolute after:inset-0"}
              href={noticeHref(id)}
              prefetch={false}
            >
              {text}
            </Link>
            <p className="text-sm text-muted">
              <When at={at} />
            </p>
          </div>
          {unread && (
            <div className="flex items-center gap-2">
              <Badge tone="accent" icon={Bell}>
                {words.fresh}
              </Badge>
              <ActionForm action={markRead} guard={false} className="relative">
                <input type="hidden" name="id" value={id} />
                <SubmitButton variant="ghost" size="sm">
                  {words.markRead} <span className="sr-only">{text}</span>
                </SubmitButton>
              </ActionForm>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
