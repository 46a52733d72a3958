import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import {
  possibleSeriesActions,
  SERIES_ACTIONS,
  SERIES_STATUSES,
  seriesTransition,
} from "./series-status.ts";

describe("seriesTransition", () => {
  it.each([
    ["requested", "approve", "approved"],
    ["requested", "decline", "declined"],
    ["requested", "withdraw", "withdrawn"],
    ["requested", "expire", "expired"],
    ["approved", "cancel", "cancelled"],
  ] as const)("takes a %s series by %s to %s", (status, action, next) => {
    expect(seriesTransition(status, action)).toBe(next);
  });

  it("refuses every other action, and names those that are possible", () => {
    const refused = SERIES_STATUSES.flatMap((status) =>
      SERIES_ACTIONS.filter((action) => !possibleSeriesActions(status).includes(action)).map(
        (action) => [status, action] as const,
      ),
    );
    expect(refused).toHaveLength(SERIES_STATUSES.length * SERIES_ACTIONS.length - 5);
    for (const [status, action] of refused) {
      expect(() => seriesTransition(status, action)).toThrow(
        expect.objectContaining({ code: "TRANSITION_REFUSED" }),
      );
    }
    expect(() => seriesTransition("approved", "approve")).toThrow(CoreError);
    expect(() => seriesTransition("approved", "approve")).toThrow(/Possible: cancel\./);
    expect(() => seriesTransition("expired", "approve")).toThrow(/it is final/);
  });
});

describe("possibleSeriesActions", () => {
  it("is empty for final statuses", () => {
    expect(SERIES_STATUSES.filter((status) => possibleSeriesActions(status).length === 0)).toEqual([
      "declined",
      "withdrawn",
      "expired",
      "cancelled",
    ]);
  });
});
