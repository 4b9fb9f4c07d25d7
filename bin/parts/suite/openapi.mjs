import { createConfig, formatProblems, lintFromString } from "@redocly/openapi-core"

/** Lints the API description that a running server gives; throws when it is not valid. */
export async function lintOpenApi(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
  const config = await createConfig({ extends: ["recommended"], rules: { "tag-description": "off" } })
  const problems = await lintFromString({ source: await answer.text(), absoluteRef: "openapi.json", config })
  const errors = problems.filter(({ severity }) => severity === "error")
  formatProblems(problems, { format: "codeframe", version: "", maxProblems: 30, totals: counted(problems) })
  if (errors.length > 0) throw new Error(`${errors.length} errors in the API description`)
  console.log(`  no errors, ${problems.length} warnings`)
}

const counted = (problems) => ({
  errors: problems.filter(({ severity }) => severity === "error").length,
  warnings: problems.filter(({ severity }) => severity === "warn").length,
  ignored: problems.filter(({ ignored }) => ignored).length,
})
