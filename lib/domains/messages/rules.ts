/** How long a message may stay unread before the other side gets a mail. */
export const unreadMinutes = 5

export type Side = "staff" | "client"
export const otherSide = (side: Side): Side => (side === "staff" ? "client" : "staff")
