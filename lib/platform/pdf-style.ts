import { resolve } from "node:path"
import { Font, StyleSheet } from "@react-pdf/renderer"

const inter = (weight: string, name: string) =>
  resolve(process.cwd(), "node_modules/@expo-google-fonts/inter", weight, `Inter_${name}.ttf`)

Font.register({
  family: "Inter",
  fonts: [
    { src: inter("400Regular", "400Regular"), fontWeight: 400 },
    { src: inter("500Medium", "500Medium"), fontWeight: 500 },
    { src: inter("600SemiBold", "600SemiBold"), fontWeight: 600 },
  ],
})
// The built-in hyphenation knows English only.
Font.registerHyphenationCallback((word) => [word])

export const ink = "#111827"
export const soft = "#5b6577"
export const line = "#e2e6ec"

export const style = StyleSheet.create({
  page: {
    paddingTop: 52,
    paddingBottom: 76,
    paddingHorizontal: 52,
    fontFamily: "Inter",
    fontSize: 9.5,
    color: ink,
  },
  // Not on the page: the renderer would apply it twice to what is drawn anew on each page.
  body: { fontSize: 9.5, lineHeight: 1.5 },
  row: { flexDirection: "row" },
  apart: { flexDirection: "row", justifyContent: "space-between" },
  bar: { position: "absolute", top: 0, left: 0, right: 0, height: 6 },
  brand: { fontSize: 13, fontWeight: 600, lineHeight: 1.3 },
  logo: { height: 34, maxWidth: 200, objectFit: "contain", objectPosition: "left" },
  title: { fontSize: 24, fontWeight: 600, lineHeight: 1.2, letterSpacing: -0.4 },
  number: { fontSize: 11, color: soft },
  status: {
    fontSize: 8.5,
    fontWeight: 600,
    lineHeight: 1,
    paddingTop: 4,
    paddingBottom: 3,
    paddingHorizontal: 8,
    borderRadius: 9,
    borderWidth: 1,
  },
  label: { fontSize: 8, fontWeight: 500, color: soft, marginBottom: 2 },
  soft: { color: soft },
  strong: { fontWeight: 600 },
  figures: { fontFeatureSettings: ["tnum"] },
  heading: { fontSize: 12, fontWeight: 600, lineHeight: 1.35, marginTop: 14, marginBottom: 5 },
  paragraph: { marginBottom: 7 },
  note: { fontSize: 8.5, lineHeight: 1.45, color: soft },
  running: { position: "absolute", top: 26, left: 52, right: 52, fontSize: 8, color: soft },
  footer: {
    position: "absolute",
    bottom: 28,
    left: 52,
    right: 52,
    paddingTop: 8,
    borderTopWidth: 0.75,
    borderTopColor: line,
    fontSize: 7.5,
    color: soft,
  },
})

/** Each item with its place as the key React asks for; a document is drawn once, so that places never change. */
export const placed = <T>(items: T[]) => items.map((item, place) => ({ item, place, key: String(place) }))
