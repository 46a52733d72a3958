import { describe, expect, it } from "vitest";
import { autumn, decideAutumn, on, secondTaken } from "../../test/autumn-series.ts";
import { at, claimsOn, factsWith } from "../../test/hall-school.ts";
import { decideSeries } from "./decide-series.ts";

describe("otherSpace", () => {
  it("moves the date to a space of the same kind, and keeps what was asked for", () => {
    const decision = decideAutumn({ policy: "otherSpace" });
    expect(decision.accepted).toBe(true);
    const moved = on("2026-09-15", decision);
    expect(moved).toMatchObject({
      verdict: "bookable",
      space: "half-b",
      startTime: "18:00",
      denials: [],
      insteadOf: { space: "half-a", startTime: "18:00", start: at("2026-09-15", "18:00") },
    });
    expect(moved.insteadOf?.denials.map(({ code }) => code)).toEqual(["OVERLAPS_BOOKING"]);
    expect(on("2026-09-08", decision).insteadOf).toBeUndefined();
  });

  it("takes the smallest that fits when none of the same kind is free", () => {
    const claims = claimsOn("sports-hall", "2026-09-15", ["17:00", "22:00"]);
    expect(on("2026-09-15", decideAutumn({ policy: "otherSpace" }, claims)).space).toBe(
      "community-room",
    );
    const many = decideAutumn({ policy: "otherSpace" }, claims, { attendance: 35 });
    expect(on("2026-09-15", many).space).toBe("lobby");
  });

  it("wants room for as many as the space holds, when the request doesn't say how many come", () => {
    const { attendance: _, ...unsaid } = autumn;
    const claims = claimsOn("sports-hall", "2026-09-15", ["17:00", "22:00"]);
    const request = { ...unsaid, onClash: { policy: "otherSpace" } } as const;
    const decision = decideSeries(request, factsWith({ claims }));
    expect(on("2026-09-15", decision).space).toBe("main-hall");
  });

  it("wants the facilities and the layout that the request asks for", () => {
    const claims = claimsOn("sports-hall", "2026-09-15", ["17:00", "22:00"]);
    const projector = decideAutumn({ policy: "otherSpace" }, claims, {
      facilities: ["projector", "stage"],
    });
    expect(on("2026-09-15", projector).space).toBe("main-hall");
    const hoops = decideAutumn({ policy: "otherSpace" }, claims, {
      facilities: ["basketballHoops"],
    });
    expect(on("2026-09-15", hoops).verdict).toBe("denied");
    const seated = decideAutumn(
      { policy: "otherSpace" },
      claimsOn("main-hall", "2026-09-15", ["17:00", "22:00"]),
      { space: "main-hall", layout: "seated" },
    );
    expect(on("2026-09-15", seated).verdict).toBe("denied");
  });

  it("tries only the spaces that the request names, in its order", () => {
    const spaces = ["lobby", "half-b"];
    expect(on("2026-09-15", decideAutumn({ policy: "otherSpace", spaces })).space).toBe("lobby");
    const claims = [...secondTaken, ...claimsOn("lobby", "2026-09-15", ["19:00", "20:00"])];
    expect(on("2026-09-15", decideAutumn({ policy: "otherSpace", spaces }, claims)).space).toBe(
      "half-b",
    );
    const own = decideAutumn({ policy: "otherSpace", spaces: ["half-a", "court-1"] });
    expect(on("2026-09-15", own).verdict).toBe("denied");
  });

  it("never moves to a space that shares the leaf in the way, or that can't be booked itself", () => {
    const claims = [
      ...secondTaken,
      ...["half-b", "main-hall", "community-room", "lobby"].flatMap((space) =>
        claimsOn(space, "2026-09-15", ["17:00", "22:00"]),
      ),
    ];
    const decision = decideAutumn({ policy: "otherSpace" }, claims, { attendance: 4 });
    // Court 2 is the only leaf left; the plant room is free but not bookable.
    expect(on("2026-09-15", decision).space).toBe("court-2");
  });

  it("does not move what no space could cure", () => {
    const past = decideSeries(
      { ...autumn, onClash: { policy: "otherSpace" } },
      factsWith({ claims: secondTaken, now: at("2026-09-16", "00:00") }),
    );
    expect(on("2026-09-15", past)).toMatchObject({ verdict: "denied" });
    expect(on("2026-09-15", past).alternatives).toBeUndefined();
  });
});
