/** Where a firm's own hosts show its logo; undefined without one. */
export const logoPath = (key: string | null) => (key ? `/api/logo/${key.split("/").at(-1)}` : undefined)
