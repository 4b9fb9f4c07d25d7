/** Days ago and the hour, who speaks (the client, or a member of the firm), and what they say. */
export type Said = [daysAgo: number, hour: number, who: "client" | "owner" | "manager", body: string]

/** What was said in the portal, by client. */
export const conversations: Record<string, Said[]> = {
  "Northwind Traders": [
    [163, 13, "manager", "Welcome, Pat. This is where you reach us; Sam and I read it every day."],
    [163, 14, "client", "Good. Is it all right if Lena writes here too?"],
    [163, 15, "manager", "Of course. Tell us her address and she gets her own access."],
    [74, 12, "client", "The auditors ask for last year's stock list. Do you still have the one we sent in June?"],
    [74, 13, "manager", "Yes. I'll put it into the project this afternoon, with our notes on the slow movers."],
    [74, 16, "client", "Got it, thank you!"],
    [12, 11, "client", "Can we move Thursday's call by an hour? Our warehouse has an inspection at nine."],
    [12, 12, "manager", "Ten o'clock works for us. I have changed the invitation."],
    [
      1,
      14,
      "manager",
      "The forecast is ready for a first look. One question before I send it: do you expect the Bangor rent from January or from March?",
    ],
    [1, 16, "client", "From March. The landlord confirmed it yesterday."],
    [1, 20, "client", "One more thing: the bank asks for the forecast by the end of next week. Is that realistic?"],
    [0, 8, "client", "If it isn't, I'd rather tell them today."],
  ],
  Globex: [
    [
      131,
      12,
      "owner",
      "Hello Gil, the project is set up. The list of requirements is the first thing we need from the subsidiaries.",
    ],
    [131, 15, "client", "They have it. Hannah collects the answers, two of three are in."],
    [52, 10, "client", "Vendor B would like to show a second demonstration. Worth our time?"],
    [
      52,
      11,
      "owner",
      "Only for consolidation, which they skipped the first time. Forty minutes are enough. Ask them to use your own chart of accounts.",
    ],
    [52, 13, "client", "Agreed, I'll tell them."],
    [
      2,
      12,
      "owner",
      "The comparison of the three offers is in your portal. The differences over five years are smaller than the licence prices suggest.",
    ],
    [2, 17, "client", "Thank you. I'll take it to the board on Tuesday."],
    [
      0,
      8,
      "owner",
      "Good luck on Tuesday! If the board wants to talk to a reference customer, we have two who have agreed.",
    ],
  ],
  birch: [
    [40, 9, "owner", "Guten Tag! You reach us here whenever something comes up."],
    [39, 8, "client", "Thank you. We have a question on the VAT return for September."],
    [39, 10, "owner", "Ask away. The return itself is due on the 10th, so there is time."],
    [3, 9, "client", "The tax office has answered; the letter is on its way to you."],
    [1, 11, "client", "Did the letter arrive?"],
  ],
}
