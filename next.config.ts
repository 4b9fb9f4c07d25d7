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

export default createNextIntlPlugin("./lib/platform/i18n.ts")(config)
