import {
  addDays,
  bankHolidaysEnglandAndWales,
  requestDates,
  type RequestedRecurrence,
  welshTermDates,
} from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideVat } from "./decide-vat.ts";
import type { Met } from "./evidence.ts";
import { effectOfRemoving, fragileDates, termBlocks } from "./plan-vat.ts";
import { measureGaps } from "./series-gaps.ts";
import { seriesOfLets } from "./series-of-lets.ts";
import { agreed, facts, governors, session, weekly } from "../test/example-facts.ts";
import type { SupplierFacts, VatFacts } from "./vat-facts.ts";

const calendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };

/** The dates of a booking in term time, as a school would be asked for it. */
function termTime(first: string, until: string, given: Partial<RequestedRecurrence> = {}) {
  const recurrence: RequestedRecurrence = {
    rule: "FREQ=WEEKLY",
    until,
    termTimeOnly: true,
    excludeBankHolidays: true,
    ...given,
  };
  return requestDates(first, recurrence, calendar)
    .filter(({ exclusions }) => exclusions.length === 0)
    .map(({ date }) => session(date));
}

const conditionOf = (given: VatFacts, condition: string): Met | undefined =>
  seriesOfLets(given).find((evidence) => evidence.condition === condition)?.met;

describe("weekly bookings in term time, in Wales", () => {
  const terms = {
    "autumn 2025": ["2025-09-01", "2025-12-19"],
    "spring 2026": ["2026-01-05", "2026-03-27"],
    "summer 2026": ["2026-04-13", "2026-07-20"],
    "autumn 2026": ["2026-09-01", "2026-12-18"],
    "spring 2027": ["2027-01-04", "2027-03-19"],
    "summer 2027": ["2027-04-05", "2027-07-20"],
  } as const;
  const countsOf = (name: keyof typeof terms) => {
    const [first, last] = terms[name];
    return Array.from({ length: 7 }, (_, day) => addDays(first, day))
      .filter((date) => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0)
      .map((date) => termTime(date, last).length);
  };

  it("have so many sessions a term on each weekday, of which spring 2027 has exactly ten on every one", () => {
    expect(Math.max(...countsOf("autumn 2025"))).toBe(15);
    expect(new Set(countsOf("spring 2026"))).toEqual(new Set([11]));
    expect(Math.min(...countsOf("summer 2026"))).toBe(13);
    for (const name of ["autumn 2026", "summer 2027"] as const) {
      expect(new Set([...countsOf(name), 14, 15])).toEqual(new Set([14, 15]));
    }
    expect(new Set(countsOf("spring 2027"))).toEqual(new Set([10]));
  });

  it("are never one series over a year: Christmas and Easter are gaps of 21 days", () => {
    const year = facts(termTime("2026-09-08", "2027-07-15"));
    const { failing } = measureGaps(year.sessions);
    expect(failing.map(({ startToStartMinutes }) => startToStartMinutes / 1440)).toEqual([21, 21]);
    expect(decideVat(year)).toMatchObject({ answer: "standardRated", ground: "standardRate" });
  });

  it("keep the exemption over half term and over a bank holiday: both are exactly 14 days", () => {
    const autumn = facts(termTime("2026-09-08", "2026-12-18"));
    expect(autumn.sessions.some(({ date }) => date === "2026-10-27")).toBe(false);
    expect(decideVat(autumn)).toMatchObject({ answer: "exempt", ground: "seriesOfLets" });
    const mondays = facts(
      termTime("2026-04-13", "2026-05-22").concat(termTime("2026-06-01", "2026-07-20")),
    );
    expect(mondays.sessions.some(({ date }) => date === "2026-05-04")).toBe(false);
    expect(conditionOf(mondays, "INTERVALS")).toBe("yes");
  });

  it("fail every fortnight where a date falls in half term, and pass where none does", () => {
    const every = { rule: "FREQ=WEEKLY;INTERVAL=2" };
    expect(conditionOf(facts(termTime("2026-09-15", "2026-12-18", every)), "INTERVALS")).toBe("no");
    expect(conditionOf(facts(termTime("2026-09-08", "2026-12-18", every)), "INTERVALS")).toBe(
      "yes",
    );
  });

  it("lose it in spring 2027 when an examination takes one date: nine are left", () => {
    const spring = facts(termTime("2027-01-05", "2027-03-19"));
    expect(decideVat(spring).answer).toBe("exempt");
    const effect = effectOfRemoving(spring, ["2027-01-26"]);
    expect(effect).toMatchObject({ before: "exempt", after: "standardRated", sessionsLeft: 9 });
    expect(effect.reason).toEqual({
      cy: "Heb 26 Ionawr 2027: 9 sesiwn ar ôl; collir yr eithriad. 9 sesiwn; rhaid wrth 10 o leiaf.",
      en: "Without 26 January 2027: 9 sessions left; the exemption is lost. 9 sessions; there must be at least 10.",
    });
    expect(fragileDates(spring)).toHaveLength(10);
  });

  it("say in whole sentences that the exemption stands, or that there was none to lose", () => {
    const autumn = facts(termTime("2026-09-08", "2026-12-18"));
    expect(effectOfRemoving(autumn, ["2026-12-08"])).toMatchObject({
      before: "exempt",
      after: "exempt",
      reason: {
        cy: "Heb 8 Rhagfyr 2026: 13 sesiwn ar ôl. Cyfres o osodiadau sy'n bodloni pob un o'r wyth amod: wedi'i heithrio.",
        en: "Without 8 December 2026: 13 sessions left. A series of lets that meets all eight conditions: exempt.",
      },
    });
    const individual = { ...autumn, hirerCategory: "individual" } as const;
    expect(effectOfRemoving(individual, ["2026-12-08"]).reason).toEqual({
      cy: "Heb 8 Rhagfyr 2026: 13 sesiwn ar ôl. Nid oes eithriad sy'n gymwys: ar y gyfradd safonol.",
      en: "Without 8 December 2026: 13 sessions left. No exemption applies: standard-rated.",
    });
    expect(effectOfRemoving(facts(weekly(1)), ["2026-09-08"]).reason.en).toBe(
      "Without 8 September 2026: 0 sessions left. There are no sessions.",
    );
  });

  it("fall into three blocks that keep it, one a term, of which spring has none to spare", () => {
    expect(termBlocks(termTime("2026-09-08", "2027-07-15"))).toEqual([
      {
        first: "2026-09-08",
        last: "2026-12-15",
        sessions: 14,
        keepsExemption: true,
        spareSessions: 4,
      },
      {
        first: "2027-01-05",
        last: "2027-03-16",
        sessions: 10,
        keepsExemption: true,
        spareSessions: 0,
      },
      {
        first: "2027-04-06",
        last: "2027-07-13",
        sessions: 14,
        keepsExemption: true,
        spareSessions: 4,
      },
    ]);
  });
});

describe("the conditions of a series", () => {
  it("want more than a day and no more than 14 between sessions", () => {
    const daily = Array.from({ length: 10 }, (_, day) => session(addDays("2026-09-07", day)));
    const twice = [...weekly(10), session("2026-09-08", { startTime: "20:00", endTime: "21:00" })];
    expect(conditionOf(facts(twice), "INTERVALS")).toBe("no");
    expect(conditionOf(facts(weekly(10).filter((_, week) => week % 2 === 0)), "INTERVALS")).toBe(
      "yes",
    );
    // 24 hours from start to start, but not from end to start.
    expect(conditionOf(facts(daily), "INTERVALS")).toBe("unknown");
  });

  it("leave 08:00 to 21:30 every day, as in Polo Farm, to somebody to look at", () => {
    const days = Array.from({ length: 14 }, (_, day) =>
      session(addDays("2026-09-07", day), { startTime: "08:00", endTime: "21:30" }),
    );
    expect(measureGaps(days)).toMatchObject({ startToStart: "yes", endToStart: "no" });
    expect(decideVat(facts(days))).toMatchObject({ answer: "review", ground: "seriesOfLets" });
  });

  it("count a fortnight by the clock, whatever the clocks did in it", () => {
    const autumn = [session("2026-10-20"), session("2026-11-03")];
    expect(measureGaps(autumn).failing).toEqual([]);
    const later = [session("2026-10-20"), session("2026-11-03", { startTime: "18:15" })];
    expect(measureGaps(later)).toMatchObject({ startToStart: "no", endToStart: "yes" });
  });

  it("don't hold for individuals and businesses, whatever evidence they bring", () => {
    for (const hirerCategory of ["individual", "commercial"] as const) {
      expect(decideVat(facts(weekly(12), { hirerCategory })).answer).toBe("standardRated");
    }
  });

  it("are broken by a right to money back, and open as long as nobody has said how it is paid", () => {
    const refunds = { ...agreed, refundsHirer: true };
    expect(decideVat(facts(weekly(12), { agreement: refunds })).answer).toBe("standardRated");
    const { refundsHirer: _untold, ...silent } = agreed;
    expect(decideVat(facts(weekly(12), { agreement: silent })).answer).toBe("review");
  });

  it("are eight, each with a sentence in both languages", () => {
    const evidence = seriesOfLets(facts(weekly(12)));
    expect(evidence).toHaveLength(8);
    for (const { reason } of evidence) {
      expect(reason.cy).not.toBe(reason.en);
      expect(reason.cy.trim() && reason.en.trim()).toBeTruthy();
    }
  });
});

describe("decideVat", () => {
  const hall = (count: number) =>
    weekly(count).map((one) => ({ ...one, spaceKind: "schoolHall" as const }));

  it("exempts a bare school hall, even for sport, but not once nets come with it", () => {
    const bare = { ...agreed, hasSportsEquipment: false };
    expect(decideVat(facts(hall(1), { agreement: bare }))).toMatchObject({
      answer: "exempt",
      ground: "bareRoom",
    });
    const nets = { ...agreed, hasSportsEquipment: true };
    expect(decideVat(facts(hall(1), { agreement: nets })).answer).toBe("standardRated");
    expect(decideVat(facts(hall(1))).answer).toBe("review");
  });

  it("rates a gymnasium and a kitchen, which are no general-purpose rooms", () => {
    for (const spaceKind of ["gymnasium", "kitchen"] as const) {
      const sessions = weekly(1).map((one) => ({ ...one, spaceKind }));
      expect(decideVat(facts(sessions)).answer).toBe("standardRated");
    }
  });

  it("takes a council's sport out of scope by its policy, before anything else is asked", () => {
    const supplier: SupplierFacts = { supplier: "council", treatsSportAsNonBusiness: true };
    expect(decideVat(facts(weekly(1), { supplier }))).toMatchObject({
      answer: "outsideScope",
      ground: "sportNonBusiness",
    });
    const bare = { ...agreed, hasSportsEquipment: false, isSetUpForSport: false };
    expect(decideVat(facts(hall(1), { supplier, agreement: bare })).ground).not.toBe(
      "sportNonBusiness",
    );
    const setUp = { ...agreed, isSetUpForSport: true };
    expect(decideVat(facts(hall(1), { supplier, agreement: setUp })).answer).toBe("outsideScope");
    const silent: SupplierFacts = { supplier: "council" };
    expect(decideVat(facts(weekly(12), { supplier: silent })).answer).toBe("review");
  });

  it("takes lets inside one council out of scope", () => {
    const agreement = { ...agreed, isWithinCouncil: true };
    const supplier: SupplierFacts = { supplier: "council" };
    expect(decideVat(facts(hall(1), { supplier, agreement })).ground).toBe("withinCouncil");
    // Of a school nobody has said whether it is the council's own; of governors' lets it does not matter.
    const school = { hirerCategory: "school" } as const;
    expect(decideVat(facts(hall(1), { supplier, ...school }))).toMatchObject({
      answer: "review",
      ground: "withinCouncil",
    });
    expect(decideVat(facts(weekly(12), school)).answer).toBe("exempt");
  });

  it("lets an option to tax win over rooms and series, and asks when nobody has told of one", () => {
    const opted: SupplierFacts = { ...governors, isOptedToTax: true };
    expect(decideVat(facts(weekly(12), { supplier: opted }))).toMatchObject({
      answer: "standardRated",
      ground: "optionToTax",
    });
    const silent: SupplierFacts = { supplier: "governingBody", isEligibleBody: false };
    const asked = decideVat(facts(weekly(12), { supplier: silent }));
    expect(asked).toMatchObject({ answer: "review", ground: "optionToTax" });
    expect(asked.evidence.some(({ condition }) => condition === "TEN_SESSIONS")).toBe(true);
  });

  it("exempts a continuous let of more than 24 hours, whoever hires, and not one of exactly 24", () => {
    const whole = (date: string) => session(date, { startTime: "00:00", endTime: "24:00" });
    const long = [
      whole("2026-09-12"),
      session("2026-09-13", { startTime: "00:00", endTime: "01:00" }),
    ];
    const given = { hirerCategory: "commercial" } as const;
    expect(decideVat(facts(long, given))).toMatchObject({ answer: "exempt", ground: "longLet" });
    expect(decideVat(facts([whole("2026-09-12")], given)).answer).toBe("standardRated");
  });

  it("exempts an eligible body that serves individuals in sport", () => {
    const supplier: SupplierFacts = { ...governors, isEligibleBody: true };
    const agreement = { ...agreed, servesIndividualsInSport: true };
    expect(decideVat(facts(weekly(1), { supplier, agreement })).ground).toBe("eligibleBody");
  });

  it("has nothing to decide of a booking without sessions", () => {
    expect(decideVat(facts([]))).toMatchObject({ answer: "review", ground: "noSessions" });
  });

  it("keeps the version of its rules and where they come from", () => {
    const { rulePack, sources } = decideVat(facts(weekly(1)));
    expect(rulePack).toBe("uk-2026-11-23");
    expect(sources.length).toBeGreaterThan(3);
  });

  it("answers the same in whatever order sessions come, and is exempt as a series only as a naive count would be", () => {
    const days = fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(days, (offsets) => {
        const sessions = offsets.map((offset) => session(addDays("2026-09-01", offset)));
        const sorted = offsets.toSorted((one, other) => one - other);
        const gaps = sorted.slice(1).map((offset, index) => offset - (sorted[index] ?? 0));
        const { answer } = decideVat(facts(sessions));
        expect(decideVat(facts(sessions.toReversed())).answer).toBe(answer);
        const isLong = gaps.some((gap) => gap > 14);
        const isDaily = gaps.some((gap) => gap === 1);
        const expected =
          sorted.length < 10 || isLong ? "standardRated" : isDaily ? "review" : "exempt";
        expect(answer).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});
