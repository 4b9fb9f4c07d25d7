import { Document, Image, Page, Text, View } from "@react-pdf/renderer"
import { accentOr, readableOnWhite } from "./colour"
import { Blocks, Facts } from "./pdf-blocks"
import type { DocumentContent } from "./pdf-content"
import { placed, style } from "./pdf-style"
import { Table, Totals } from "./pdf-table"

/** The house's one layout for invoices, proposals, contracts and whatever else goes out on paper. */
export function BusinessDocument(content: DocumentContent) {
  const { brand, title, number, locale, date, sections, table, totals, notes, footer } = content
  const accent = readableOnWhite(brand.accent)
  const name = [title, number].filter(Boolean).join(" ")
  return (
    <Document
      title={name}
      author={brand.name}
      creator={brand.name}
      producer={brand.name}
      language={locale}
      creationDate={date}
      modificationDate={date}
    >
      <Page size={content.paper ?? paperOf(locale)} style={style.page}>
        <View style={[style.bar, { backgroundColor: accentOr(brand.accent) }]} />
        <View fixed style={style.running}>
          <Text render={({ pageNumber }) => (pageNumber > 1 ? `${brand.name}  ·  ${name}` : "")} />
        </View>
        <View fixed style={[style.footer, style.apart, { gap: 24 }]}>
          <Text style={{ flex: 1, fontSize: 7.5, lineHeight: 1.5 }}>{footer.join("\n")}</Text>
          <Text style={style.figures} render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
        <View style={style.body}>
          <Head {...content} accent={accent} />
          <Introduction {...content} />
          {sections ? <Blocks blocks={sections} /> : null}
          {table ? <Table {...table} /> : null}
          {totals ? <Totals totals={totals} accent={accent} /> : null}
          {notes ? (
            <View style={{ marginTop: 14 }}>
              <Blocks blocks={notes} />
            </View>
          ) : null}
        </View>
      </Page>
    </Document>
  )
}

const paperOf = (locale: string) => (/-(US|CA|MX|PH)\b/i.test(locale) ? "LETTER" : "A4")

function Head({ brand, title, number, status, accent }: DocumentContent & { accent: string }) {
  return (
    <View style={[style.apart, { gap: 24, marginBottom: 26 }]}>
      <View style={{ flex: 1 }}>
        {brand.logo ? (
          <Image style={style.logo} src={{ data: Buffer.from(brand.logo.data), format: brand.logo.format }} />
        ) : (
          <Text style={style.brand}>{brand.name}</Text>
        )}
        <Text style={[style.note, { marginTop: 5 }]}>{brand.lines?.join("\n")}</Text>
      </View>
      <View style={{ alignItems: "flex-end", maxWidth: "60%" }}>
        <Text style={[style.title, { textAlign: "right" }]}>{title}</Text>
        <View style={[style.row, { alignItems: "center", gap: 8, marginTop: 3 }]}>
          {status ? (
            <View style={[style.status, { borderColor: accent }]}>
              <Text style={{ color: accent }}>{status}</Text>
            </View>
          ) : null}
          {number ? <Text style={style.number}>{number}</Text> : null}
        </View>
      </View>
    </View>
  )
}

function Introduction({ parties = [], facts = [] }: DocumentContent) {
  if (parties.length + facts.length === 0) return null
  return (
    <View style={[style.row, { gap: 28, marginBottom: 10 }]}>
      {placed(parties).map(({ item: { label, lines }, key }) => (
        <View key={key} style={{ flex: 1 }}>
          <Text style={style.label}>{label}</Text>
          <Text style={style.strong}>{lines[0]}</Text>
          <Text>{lines.slice(1).join("\n")}</Text>
        </View>
      ))}
      {facts.length ? (
        <View style={{ flex: 1.15 }}>
          <Facts facts={facts} />
        </View>
      ) : null}
    </View>
  )
}
