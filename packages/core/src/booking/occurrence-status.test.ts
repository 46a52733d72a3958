import { describe, expect, it } from "vitest";
import {
  isLive,
  OCCURRENCE_ACTIONS,
  OCCURRENCE_STATUSES,
  occurrenceTransition,
  possibleOccurrenceActions,
} from "./occurrence-status.ts";

describe("occurrenceTransition", () => {
  const allowed = [
    ["requested", "confirm", "confirmed"],
    ["requested", "cancel", "cancelled"],
    ["requested", "displace", "displaced"],
    ["confirmed", "cancel", "cancelled"],
    ["confirmed", "displace", "displaced"],
    ["confirmed", "complete", "completed"],
    ["confirmed", "noShow", "noShow"],
    ["displaced", "confirm", "confirmed"],
    ["displaced", "cancel", "cancelled"],
  ] as const;

  it.each(allowed)("takes a %s date by %s to %s", (status, action, next) => {
    expect(occurrenceTransition(status, action)).toBe(next);
  });

  it("refuses every other action", () => {
    const refused = OCCURRENCE_STATUSES.flatMap((status) =>
      OCCURRENCE_ACTIONS.map((action) => [status, action] as const),
    ).filter(([status, action]) => !allowed.some(([from, by]) => from === status && by === action));
    expect(refused).toHaveLength(31);
    for (const [status, action] of refused) {
      expect(() => occurrenceTransition(status, action)).toThrow(
        expect.objectContaining({ code: "TRANSITION_REFUSED" }),
      );
    }
  });

  it("leaves nothing to do once a date is over or was never booked", () => {
    for (const status of ["cancelled", "completed", "noShow", "excluded", "denied"] as const) {
      expect(possibleOccurrenceActions(status)).toEqual([]);
    }
  });
});

describe("isLive", () => {
  it("is true while a date may still hold a space", () => {
    expect(OCCURRENCE_STATUSES.filter(isLive)).toEqual(["requested", "confirmed"]);
  });
});
