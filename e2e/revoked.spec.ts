import { Api } from "./api"
import { expect, test } from "./fixtures"
import { call } from "./http"
import { type Live, listen } from "./live"
import { type Keyed, type PlantedWorld, plantWorld } from "./planted"

const isPortal = ({ host }: Keyed) => host.includes(".portal.")

/** The doors at which somebody is let in, asked once each. */
async function doorsOf(who: Keyed): Promise<string[]> {
  const headers = { cookie: who.cookie }
  const api = isPortal(who) ? "/api/v1/portal/home" : "/api/v1/auth/me"
  const asked = await Promise.all([
    call(who.host, isPortal(who) ? "/history" : "/sessions", { headers }).then(
      ({ status }) => status === 200 && "page",
    ),
    call(who.host, api, { headers }).then(({ status }) => status === 200 && "API"),
    listen(who.host, headers).then(
      (stream) => {
        stream.close()
        return "stream"
      },
      () => false as const,
    ),
  ])
  return asked.filter((door) => door !== false)
}
const all = ["page", "API", "stream"]

const asStaff = (world: PlantedWorld, owner: string) => new Api(world.staff(owner).host, world.staff(owner).secret)
const open = async (who: Keyed): Promise<Live> => listen(who.host, { cookie: who.cookie })

type Case = {
  what: string
  end(world: PlantedWorld, operator: Api): Promise<unknown>
  out: [kind: "staff" | "client", owner: string][]
  in: [kind: "staff" | "client", owner: string][]
}
const signOut = ({ host, cookie }: Keyed) =>
  call(host, "/api/v1/auth/logout", { method: "POST", headers: { cookie, origin: `http://${host}` } })

const cases: Case[] = [
  {
    what: "a firm is suspended",
    end: (world, operator) => operator.post(`/platform/firms/${world.firmOf("A1")}/suspend`, {}, { expect: 200 }),
    out: [
      ["staff", "A1"],
      ["staff", "A2"],
      ["client", "A1"],
      ["client", "A2"],
    ],
    in: [
      ["staff", "B1"],
      ["client", "B1"],
    ],
  },
  {
    what: "a client's person is removed from the portal",
    end: (world) =>
      asStaff(world, "A1").post(
        `/clients/portal-users/${world.idOf("portal_users", "A1")}/revoke`,
        {},
        { expect: 200 },
      ),
    out: [["client", "A1"]],
    in: [
      ["client", "A2"],
      ["staff", "A1"],
    ],
  },
  {
    what: "a member is deactivated",
    end: (world) =>
      asStaff(world, "A1").post(`/team/members/${world.idOf("members", "A2")}/deactivate`, {}, { expect: 200 }),
    out: [["staff", "A2"]],
    in: [
      ["staff", "A1"],
      ["client", "A2"],
    ],
  },
  {
    what: "a client's person signs out",
    end: (world) => signOut(world.client("A1")),
    out: [["client", "A1"]],
    in: [
      ["client", "A2"],
      ["staff", "A1"],
    ],
  },
  {
    what: "a member signs out",
    end: (world) => signOut(world.staff("A1")),
    out: [["staff", "A1"]],
    in: [
      ["staff", "A2"],
      ["client", "A1"],
    ],
  },
]

for (const { what, end, out, in: others } of cases) {
  test(`I8 when ${what}, the very next request is refused at every door, and the open stream ends`, async ({
    tokens,
  }) => {
    const operator = await tokens("operator")
    const world = await plantWorld({ firms: 2, clients: 2 })
    const [ended, kept] = [out, others].map((some) => some.map(([kind, owner]) => world[kind](owner)))
    for (const who of [...ended!, ...kept!]) expect(await doorsOf(who), who.host).toEqual(all)
    const streams = await Promise.all(ended!.map(open))

    await end(world, operator)
    for (const who of ended!) expect(await doorsOf(who), who.host).toEqual([])
    await Promise.all(streams.map((stream) => stream.ended))
    // What is asked would answer whoever may: it was this change that closed the doors.
    for (const who of kept!) expect(await doorsOf(who), who.host).toEqual(all)
  })
}

test("I8 an API key that is revoked opens nothing from the next request on; another goes on", async () => {
  const world = await plantWorld({ firms: 1, clients: 1 })
  const staff = asStaff(world, "A1")
  const make = () =>
    staff.post<{ id: string; key: string }>(
      "/firm/api-keys",
      { name: "Till", scopes: ["clients:read"] },
      { expect: 201 },
    )
  const [gone, kept] = [(await make()).data, (await make()).data]
  const status = async ({ key }: { key: string }) =>
    (await new Api(world.staff("A1").host, key).send("GET", "/clients/clients?limit=1")).status
  expect([await status(gone), await status(kept)]).toEqual([200, 200])
  await staff.post(`/firm/api-keys/${gone.id}/revoke`, {}, { expect: 200 })
  expect([await status(gone), await status(kept)]).toEqual([401, 200])
})
