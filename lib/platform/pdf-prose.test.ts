import { expect, it } from "vitest"
import { proseBlocks } from "./pdf-prose"

it("reads headings, lists and paragraphs as people type them", () => {
  expect(proseBlocks("One\ntwo\n\n# Head\nThree\n- a\n- b\nfour\n\n- c\n")).toEqual([
    { kind: "paragraph", text: "One\ntwo" },
    { kind: "heading", text: "Head" },
    { kind: "paragraph", text: "Three" },
    { kind: "list", items: ["a", "b"] },
    { kind: "paragraph", text: "four" },
    { kind: "list", items: ["c"] },
  ])
  expect(proseBlocks("  \n ")).toEqual([])
})
