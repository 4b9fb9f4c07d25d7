import { ago } from "../samples"

/** What the bell of the design page shows. */
export const GET = () =>
  Response.json({
    data: [
      { id: "1", text: "Globex accepted your proposal", createdAt: ago(1), readAt: null },
      { id: "2", text: "Pat commented on “Collect bank statements”", createdAt: ago(30), readAt: ago(2) },
    ],
  })
