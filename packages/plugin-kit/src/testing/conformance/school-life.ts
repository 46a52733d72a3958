import type { BookedRequest } from "../../booking-facts.ts";
import type { TestHost } from "../test-host.ts";
import { must } from "./check.ts";

/** Titles of bookings: personal, and so never to be seen in a log. */
export const TITLES = {
  club: "Noson y clwb badminton",
  business: "Rehearsal of the dance company",
  party: "Party of the organiser",
};

const clubSeries: BookedRequest = {
  hirer: "hir_clwb",
  title: TITLES.club,
  activity: "badminton",
  purpose: { elements: ["community"], audience: ["adults"] },
  attendance: 20,
  space: "main-hall",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", count: 8 },
  onClash: { policy: "skip" },
};

/** A club's weekly season, and single dates of a business and an individual. */
export const usualRequests: readonly BookedRequest[] = [
  clubSeries,
  {
    hirer: "hir_busnes",
    title: TITLES.business,
    activity: "dance",
    attendance: 12,
    space: "sports-hall-a",
    first: "2026-09-12",
    startTime: "10:00",
    endTime: "12:00",
  },
  {
    hirer: "hir_unigolyn",
    title: TITLES.party,
    activity: "party",
    attendance: 25,
    space: "community-room",
    first: "2026-09-19",
    startTime: "14:00",
    endTime: "17:00",
  },
];

/** Whatever can happen to bookings and blocks, once each. What the plugin's rules deny of it does not happen. */
export async function liveThroughSeason(host: TestHost): Promise<void> {
  const ledger = host.ledger();
  const series = await ledger.request(clubSeries).catch((error: unknown) => {
    throw new Error(
      `The club of testHirers must be able to book the main hall; let "arrange" see to it. ${String(error)}`,
      { cause: error },
    );
  });
  await ledger.approve(series.id);
  ledger.cancelOccurrence(series.id, "2026-09-15");
  await ledger.amend(series.id, {
    scope: "thisAndFollowing",
    date: "2026-10-06",
    startTime: "18:30",
    endTime: "20:00",
  });
  const block = ledger.block({ space: "main-hall", kind: "schoolUse", first: "2026-09-22" });
  ledger.unblock(block.id);
  for (const end of ["decline", "withdraw", "expire", "approve"] as const) {
    for (const request of usualRequests.slice(1)) {
      const asked = await ledger.request(request).catch(() => undefined);
      if (asked === undefined) continue;
      await ledger[end](asked.id);
      if (end === "approve") ledger.cancel(asked.id, "school");
    }
  }
  ledger.cancel(series.id);
  must(ledger.events.length > 8, "The season of the suite must leave entries in the ledger.");
}
