import localFont from "next/font/local"

/** Where it comes late, the visit stays with the system's letters: exchanged under the reader's eyes, they would move the page. */
export const sans = localFont({
  src: "../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist",
  weight: "100 900",
  display: "optional",
})
