import fc from "fast-check"
import { hostileHeaders } from "./hostile-headers"
import { hostile, hostileText } from "./hostile-values"
import type { Malformed, Sender } from "./malformed-calls"

/** Arguments that React reads: what they say is nonsense. */
const readable = fc.oneof(
  fc.constantFrom(
    "[]",
    "[1]",
    '[{"ok":false},"$K1"]',
    '["$undefined","$NaN"]',
    '["$D2026-99-99"]',
    "[null,null]",
    '["$n99"]',
  ),
  hostile.map((value) => JSON.stringify([{ ok: false, fields: {}, values: {} }, withoutReferences(value)])),
  fc.jsonValue().map((value) => JSON.stringify([withoutReferences(value)])),
)
const withoutReferences = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value).replaceAll("$", "S").slice(0, 5_000).length < 5_000
      ? JSON.stringify(value).replaceAll("$", "S")
      : "[]",
  )

/** Arguments that React gives up on before anything of ours runs; Next answers them with its own failure. */
const unreadable = fc.constantFrom(
  "",
  '["$F1","$K1"]',
  '["$@0"]',
  '["$1:__proto__:then"]',
  '["$B0"]',
  '["$Q0","$W0"]',
  '[{"then":"$1:then"}]',
  "{",
  "[".repeat(50_000),
  '["$2:a:b:c:constructor:constructor"]',
  '["$i0"]',
  '["$o0"]',
  '["$R1"]',
)

/** Headers by which Next itself refuses an action: it fails, where a refusal would do. */
const framing = ["origin", "x-forwarded-host", "content-type", "content-encoding"]

/** Calls of server actions with arguments that React's client never makes. */
export function actionCalls(
  actions: { id: string; path: string; name: string; sender: Sender }[],
): fc.Arbitrary<Malformed> {
  const boundary = "----malformed"
  const part = ([name, value]: readonly [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/[\r\n"]/g, "_")}"\r\n\r\n${value}\r\n`
  const field = fc.constantFrom(
    "name",
    "title",
    "email",
    "id",
    "clientId",
    "amount",
    "hours",
    "date",
    "body",
    "_version",
    "lines.0.description",
    "lines.0.quantity",
    "lines.9999.x",
    "status",
    "image",
    "ids",
    "__proto__",
    "constructor",
  )
  return fc.constantFrom(...actions).chain(({ id, path, name, sender }) =>
    fc
      .record({
        action: fc.oneof(
          { weight: 8, arbitrary: fc.constant(id) },
          { weight: 1, arbitrary: fc.constantFrom("x", "", `${id}00`, "0".repeat(42), "f".repeat(42), "__proto__") },
        ),
        root: fc.oneof(
          { weight: 3, arbitrary: readable.map((text) => ({ text, broken: false })) },
          { weight: 1, arbitrary: unreadable.map((text) => ({ text, broken: true })) },
        ),
        fields: fc.array(fc.tuple(field, hostileText), { maxLength: 6 }),
        extra: fc.array(
          fc.tuple(
            fc.constantFrom("0", "1", "2", "_1_", "$ACTION_REF_1", "$ACTION_1:0", "$ACTION_KEY", "$ACTION_ID_x"),
            readable,
          ),
          { maxLength: 2 },
        ),
        shape: fc.constantFrom("multipart", "multipart", "multipart", "text", "cut", "form", "no script"),
        headers: fc.oneof(
          { weight: 3, arbitrary: fc.constant<Record<string, string>>({}) },
          { weight: 1, arbitrary: hostileHeaders },
        ),
      })
      .map(({ action, root, fields, extra, shape, headers }) => {
        const parts = [
          ...fields.map(([one, value]) => [`_1_${one}`, value] as const),
          ...extra,
          ["0", root.text] as const,
        ]
        const whole = `${parts.map(part).join("")}--${boundary}--\r\n`
        const body =
          shape === "text"
            ? root.text
            : shape === "form"
              ? new URLSearchParams(fields.map(([a, b]) => [a, b.toWellFormed()])).toString()
              : shape === "cut"
                ? whole.slice(0, whole.length / 2)
                : whole
        const type =
          shape === "text"
            ? "text/plain;charset=UTF-8"
            : shape === "form"
              ? "application/x-www-form-urlencoded"
              : `multipart/form-data; boundary=${boundary}`
        return {
          door: `action ${name} (${shape})`,
          unreadable:
            root.broken ||
            shape === "cut" ||
            extra.length > 0 ||
            action !== id ||
            framing.some((one) => one in headers),
          host: sender.host,
          method: "POST",
          path,
          headers: {
            ...sender.headers,
            "content-type": type,
            accept: "text/x-component",
            ...(shape !== "no script" && { "next-action": action }),
            ...headers,
          },
          body,
        }
      }),
  )
}
