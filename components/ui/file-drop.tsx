"use client"

import { CircleAlert, CircleCheck, Upload } from "lucide-react"
import { useLocale, useTranslations } from "next-intl"
import { type DragEvent, useRef, useState } from "react"
import { classNames } from "./class-names"
import { useControl } from "./form-context"
import { formatBytes, formatPercent } from "./format"
import { Progress } from "./progress"
import { sendFile } from "./send-file"

type FileDropProps = {
  /** Where a file goes as it is chosen. Without it the files are sent with the form around. */
  upload?: (file: {
    name: string
    type: string
    size: number
  }) => Promise<{ url: string; headers?: Record<string, string>; done?: () => Promise<unknown> }>
  onUploaded?: () => void
  accept?: string
  multiple?: boolean
  maxBytes?: number
  name?: string
}

type Item = { key: string; name: string; share: number; state: "going" | "done" | "failed"; problem?: string }

/** Drop or choose; each file shows its own progress and, when it fails, why. */
export function FileDrop({
  upload,
  onUploaded,
  accept,
  multiple = true,
  maxBytes = 100 * 2 ** 20,
  name,
}: FileDropProps) {
  const t = useTranslations("ui.files")
  const locale = useLocale()
  const { attributes } = useControl({ name })
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [items, setItems] = useState<Item[]>([])
  const limit = formatBytes(locale, maxBytes)
  const change = (key: string, part: Partial<Item>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)))

  const take = async (files: File[]) => {
    if (!upload) return
    const fresh = files.map((file) => ({ file, key: crypto.randomUUID() }))
    setItems((all) => [
      ...all,
      ...fresh.map(({ file, key }) => ({ key, name: file.name, share: 0, state: "going" as const })),
    ])
    await Promise.all(
      fresh.map(async ({ file, key }) => {
        if (file.size > maxBytes)
          return change(key, { state: "failed", problem: t("tooLarge", { name: file.name, limit }) })
        try {
          const { url, headers, done } = await upload({ name: file.name, type: file.type, size: file.size })
          await sendFile(file, url, headers ?? {}, (share) => change(key, { share }))
          await done?.()
          change(key, { state: "done", share: 1 })
        } catch {
          change(key, { state: "failed", problem: t("failed", { name: file.name }) })
        }
      }),
    )
    onUploaded?.()
  }

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (upload) void take(files)
    else if (input.current) {
      input.current.files = event.dataTransfer.files
      setItems(files.map((file) => ({ key: file.name, name: file.name, share: 0, state: "done" as const })))
    }
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <label
        className={classNames("drop")}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Upload aria-hidden />
        <span>{t(multiple ? "drop" : "dropOne")}</span>
        <span className="text-xs">{t(multiple ? "upTo" : "upToOne", { limit })}</span>
        <input
          ref={input}
          {...attributes}
          type="file"
          accept={accept}
          multiple={multiple}
          className="w-56 max-w-full text-xs"
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
      </label>
      <ul className="grid gap-1.5 text-sm" aria-live="polite">
        {items.map(({ key, name, share, state, problem }) => (
          <li key={key} className="grid gap-1">
            <span className="flex items-center gap-1.5">
              {state === "done" && <CircleCheck aria-hidden className="text-positive" />}
              {state === "failed" && <CircleAlert aria-hidden className="text-danger" />}
              <span className="truncate">{problem ?? (state === "done" && upload ? t("done", { name }) : name)}</span>
              {state === "going" && <span className="num ms-auto text-muted">{formatPercent(locale, share)}</span>}
            </span>
            {state === "going" && <Progress value={Math.round(share * 100)} label={name} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
