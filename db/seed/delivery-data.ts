type Status = "todo" | "in_progress" | "waiting" | "done"

export type TaskStory = {
  title: string
  status: Status
  /** Days from today; negative is past. */
  due?: number
  who?: "owner" | "admin" | "manager" | "staff"
  shown?: true
  priority?: "low" | "high" | "urgent"
  description?: string
  /** Who said what, how many days ago; "client" is the portal's user. */
  comments?: [who: "manager" | "owner" | "client", daysAgo: number, body: string][]
}

export type ProjectStory = {
  /** The client's name; `sold` projects came of a proposal, others are made here. */
  client: string
  name?: string
  billing?: "time_and_materials" | "fixed" | "retainer"
  budget?: string
  hourlyRate?: string
  status: "planned" | "active" | "on_hold" | "completed" | "cancelled"
  description: string
  starts: number
  due?: number
  tasks: TaskStory[]
  /** Weeks of work that were recorded: from and until how many days ago, and how many hours a week. */
  worked?: [from: number, until: number, hoursAWeek: number]
}

/** What the demo firm is working on. A project without a name is the one that was sold to its client. */
export const projectStories: ProjectStory[] = [
  {
    client: "Northwind Traders",
    status: "active",
    hourlyRate: "180.00",
    description: "Why stock grows faster than sales, and a cash forecast that Northwind's own team can keep.",
    starts: -165,
    due: 40,
    worked: [160, 1, 3.5],
    tasks: [
      { title: "Kick-off with purchasing and finance", status: "done", due: -155, who: "manager", shown: true },
      {
        title: "Stock ageing by product group",
        status: "done",
        due: -110,
        who: "staff",
        shown: true,
        comments: [
          ["manager", 112, "The first table is in. The seasonal goods stand out: 38 % have not moved for a year."],
          [
            "client",
            111,
            "That matches what the warehouse says. Please leave the Christmas line out, it sells in November.",
          ],
          ["manager", 110, "Done, the new table is without it."],
        ],
      },
      {
        title: "Send us the supplier payment terms",
        status: "waiting",
        due: -2,
        who: "manager",
        shown: true,
        priority: "high",
        description:
          "For each of the twenty largest suppliers: days to pay, discount for early payment, and what is really paid.",
        comments: [
          ["manager", 9, "Pat, we need the terms of the twenty largest suppliers. A list in any form will do."],
          ["client", 3, "Lena has fourteen of them, the rest will follow this week. Is a scan enough?"],
        ],
      },
      { title: "Thirteen-week forecast, first version", status: "in_progress", due: 5, who: "staff", shown: true },
      {
        title: "Check bank statements against the ledger",
        status: "in_progress",
        due: -4,
        who: "staff",
        priority: "urgent",
      },
      { title: "Prepare the management workshop", status: "todo", due: 16, who: "owner", shown: true },
      { title: "Compare freight cost by carrier", status: "todo", due: 21, who: "manager", priority: "low" },
    ],
  },
  {
    client: "Globex",
    status: "active",
    hourlyRate: "190.00",
    description: "One finance system for three subsidiaries, on requirements that are written down.",
    starts: -128,
    due: 25,
    worked: [125, 2, 5],
    tasks: [
      { title: "Interviews in the three subsidiaries", status: "done", due: -100, who: "manager", shown: true },
      { title: "Written requirements, agreed", status: "done", due: -72, who: "admin", shown: true },
      {
        title: "Choose the demonstration days",
        status: "waiting",
        due: 3,
        who: "manager",
        shown: true,
        comments: [
          ["owner", 6, "Both vendors can come on the 9th or the 16th. Which suits the controllers?"],
          ["client", 5, "The 16th, please. Hannah is away on the 9th."],
          ["manager", 1, "The 16th it is. We send the script to both vendors tomorrow."],
        ],
      },
      { title: "Script for the demonstrations", status: "in_progress", due: 1, who: "owner", priority: "high" },
      { title: "Scoring sheet for the jury", status: "todo", due: 8, who: "staff", shown: true },
      { title: "References of both vendors", status: "todo", due: 11, who: "admin" },
    ],
  },
  {
    client: "Kestrel Robotics",
    status: "on_hold",
    billing: "fixed",
    description: "The model and the data room for the Series B.",
    starts: -100,
    due: 60,
    worked: [98, 36, 9],
    tasks: [
      { title: "Operating model, base case", status: "done", due: -70, who: "manager", shown: true },
      { title: "Two further scenarios", status: "done", due: -48, who: "manager" },
      { title: "Data room index", status: "waiting", due: 14, who: "staff", shown: true },
      { title: "Answers to the first investor questions", status: "todo", due: 30, who: "owner" },
    ],
  },
  {
    client: "Harbor Lane Hotels",
    status: "active",
    hourlyRate: "165.00",
    description: "Rosters, overtime and tips in seven houses, and what a simpler set-up would save.",
    starts: -68,
    due: 12,
    worked: [66, 3, 6],
    tasks: [
      { title: "Rosters of all seven houses", status: "done", due: -40, who: "staff", shown: true },
      { title: "Overtime by house and month", status: "done", due: -20, who: "staff" },
      { title: "Draft of the report", status: "in_progress", due: 4, who: "manager", shown: true },
      { title: "Walk-through with payroll", status: "todo", due: 10, who: "manager", shown: true },
    ],
  },
  {
    client: "Northwind Traders",
    name: "Monthly controlling",
    billing: "retainer",
    budget: "9600.00",
    hourlyRate: "160.00",
    status: "active",
    description: "Month-end close, comments on the figures, one call with the management each month.",
    starts: -90,
    worked: [88, 2, 3],
    tasks: [
      { title: "October close", status: "done", due: -18, who: "staff", shown: true },
      { title: "November close", status: "todo", due: 13, who: "staff", shown: true },
      { title: "Call about the November figures", status: "todo", due: 18, who: "manager", shown: true },
    ],
  },
  {
    client: "Globex",
    name: "Year-end readiness",
    budget: "7200.00",
    status: "planned",
    description: "What auditors will ask of the three subsidiaries, answered before they come.",
    starts: 20,
    due: 75,
    tasks: [
      { title: "List of open balances by subsidiary", status: "todo", due: 27, who: "staff" },
      { title: "Agree the timetable with the auditors", status: "todo", due: 30, who: "owner", shown: true },
    ],
  },
  {
    client: "Abbey Farm Cooperative",
    name: "Annual accounts 2025",
    billing: "fixed",
    budget: "5400.00",
    hourlyRate: "140.00",
    status: "completed",
    description: "Annual accounts and the meeting with the members.",
    starts: -180,
    due: -95,
    worked: [178, 98, 4],
    tasks: [
      { title: "Accounts drafted", status: "done", due: -120, who: "admin" },
      { title: "Presented to the members", status: "done", due: -96, who: "owner" },
    ],
  },
  {
    client: "Abbey Farm Cooperative",
    name: "Solar roof business case",
    budget: "3000.00",
    status: "cancelled",
    description: "The cooperative decided against the roof.",
    starts: -80,
    tasks: [],
  },
]

export const birchStories: ProjectStory[] = [
  {
    client: "Elbe Werft",
    status: "active",
    hourlyRate: "145.00",
    description: "One way to count costs in both yards.",
    starts: -74,
    due: 30,
    worked: [70, 3, 6],
    tasks: [
      { title: "Cost centres of the first yard", status: "done", due: -40, who: "owner", shown: true },
      {
        title: "Hourly rates of the workshops",
        status: "in_progress",
        due: 6,
        who: "owner",
        shown: true,
        comments: [["owner", 8, "Please send the machine list of the second yard."]],
      },
      { title: "Second yard", status: "todo", due: 24, who: "owner" },
    ],
  },
  {
    client: "Kaffeerösterei Nord",
    status: "planned",
    description: "A plan for the harvest season.",
    starts: -40,
    due: 45,
    tasks: [{ title: "Figures of the last three years", status: "waiting", due: 4, who: "owner", shown: true }],
  },
  {
    client: "Kaffeerösterei Nord",
    name: "Bank talks",
    budget: "1800.00",
    status: "planned",
    description: "Preparing the talks with two banks.",
    starts: 30,
    tasks: [],
  },
]

/** What people write beside their hours, in turn. */
export const doings = [
  "Figures checked and questions listed",
  "Call with the client, notes written up",
  "Analysis and tables",
  "Draft revised",
  "Preparation of the meeting",
  "Review with a colleague",
  "Documents read and sorted",
]
