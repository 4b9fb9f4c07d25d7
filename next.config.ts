import type { NextConfig } from "next"
import createNextIntlPlugin from "next-intl/plugin"

const security = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "permissions-policy", value: "geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "strict-transport-security", value: "max-age=63072000; includeSubDomains" },
]

const config: NextConfig = {
  poweredByHeader: false,
  // The proxy in front compresses; in Next it costs a third of each page's CPU.
  compress: false,
  reactStrictMode: true,
  // Types are a step of `npm test`; a build must not fail on a test's.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "postgres",
    "graphile-worker",
    "@node-rs/argon2",
    "pino",
    "nodemailer",
    "@react-pdf/renderer",
  ],
  experimental: { authInterrupts: true, globalNotFound: true },
  headers: async () => [{ source: "/:path*", headers: security }],
  rewrites: async () => ({
    beforeFiles: [
      { source: "/health", destination: "/api/health" },
      { source: "/health/:part", destination: "/api/health/:part" },
      { source: "/ready", destination: "/api/ready" },
    ],
    afterFiles: [],
    fallback: [],
  }),
}

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/platform/i18n.ts",
  // Messages are parsed by the build, which keeps the parser out of the browser.
  experimental: {
    messages: {
      path: "./messages/en",
      locales: "infer",
      format: "json",
      precompile: process.env.NODE_ENV === "production",
    },
  },
})

export default withMessages(config)
