import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreed, facts, governors, session, weekly } from "../test/example-facts.ts";
import { decideVat } from "./decide-vat.ts";
import type { AgreementFacts, SupplierFacts, VatFacts, VatSession } from "./vat-facts.ts";

const hall = { space: "main-hall", spaceKind: "schoolHall" } as const;
const kitchen = { space: "kitchen", spaceKind: "kitchen" } as const;
const room = { space: "room", spaceKind: "communityRoom" } as const;
const council: SupplierFacts = {
  supplier: "council",
  treatsSportAsNonBusiness: true,
  isOptedToTax: false,
  isEligibleBody: false,
};

const decided = (sessions: readonly VatSession[], given: Partial<VatFacts> = {}) => {
  const { answer, ground } = decideVat(facts(sessions, given));
  return `${answer} ${ground}`;
};
const told = (given: AgreementFacts) => ({ agreement: { ...agreed, ...given } });

/** Without what has not been told. */
const known = (given: object) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

describe("a kitchen", () => {
  it("is no sports facility: neither a series nor a long let exempts it, nor an eligible body", () => {
    expect(decided(weekly(12, kitchen), { activity: "cooking" })).toBe(
      "standardRated standardRate",
    );
    expect(decided(weekly(12, kitchen))).toBe("standardRated standardRate");
    const days = [
      session("2026-09-12", { ...kitchen, startTime: "00:00", endTime: "24:00" }),
      session("2026-09-13", { ...kitchen, startTime: "00:00", endTime: "12:00" }),
    ];
    expect(decided(days)).toBe("standardRated standardRate");
    const supplier = { ...governors, isEligibleBody: true };
    expect(decided(weekly(1, kitchen), { supplier, ...told({ servesIndividualsInSport: true }) }))
      // What goes on in it makes it no place for sport.
      .toBe("standardRated standardRate");
  });
});

describe("a room with equipment", () => {
  it("is exempt as a series when it is let for sport", () => {
    expect(decided(weekly(12, hall), told({ hasSportsEquipment: true }))).toBe(
      "exempt seriesOfLets",
    );
  });

  it("is bare for those who do something else, and asked about when nobody knows what they do", () => {
    const nets = told({ hasSportsEquipment: true });
    expect(decided(weekly(1, hall), { activity: "singing" })).toBe("exempt bareRoom");
    expect(decided(weekly(1, hall), { activity: "singing", ...nets })).toBe("exempt bareRoom");
    expect(decided(weekly(1, hall), { activity: "club night", ...nets })).toBe("review bareRoom");
  });

  it("is asked about when only some of the sessions are in one", () => {
    expect(decided([...weekly(10), session("2026-11-18", room)])).toBe("review bareRoom");
  });
});

describe("an option to tax", () => {
  const supplier: SupplierFacts = { ...governors, isOptedToTax: true };

  it("takes away the exemptions of land, and not that of an eligible body", () => {
    const rated = "standardRated optionToTax";
    expect(decided(weekly(12), { supplier })).toBe(rated);
    expect(decided(weekly(1, room), { supplier, activity: "choir" })).toBe(rated);
    const eligible = { ...supplier, isEligibleBody: true };
    const individuals = told({ servesIndividualsInSport: true });
    expect(decided(weekly(1), { supplier: eligible, ...individuals })).toBe("exempt eligibleBody");
    expect(decided(weekly(1, room), { supplier: eligible, activity: "choir", ...individuals }))
      // Group 10 is about sport.
      .toBe(rated);
  });

  it("leaves Group 10 open as long as nobody has told of it", () => {
    const { isEligibleBody: _untold, ...silent } = supplier;
    expect(decided(weekly(1), { supplier: silent })).toBe("review eligibleBody");
    expect(decided(weekly(1, room), { supplier: silent, activity: "choir" })).toBe(
      "standardRated optionToTax",
    );
  });
});

describe("what has not been told", () => {
  it("of individuals who take part is asked, and never taken for no", () => {
    const supplier: SupplierFacts = { ...governors, isEligibleBody: true };
    expect(decided(weekly(1), { supplier })).toBe("review eligibleBody");
    expect(decided(weekly(1), { supplier, ...told({ servesIndividualsInSport: false }) })).toBe(
      "standardRated standardRate",
    );
  });

  it("of how a council sets a room up is asked where equipment comes with it", () => {
    const nets = { hasSportsEquipment: true };
    const given = { supplier: council };
    expect(decided(weekly(1, hall), { ...given, ...told(nets) })).toBe("review sportNonBusiness");
    expect(
      decided(weekly(1, hall), { ...given, ...told({ ...nets, isSetUpForSport: true }) }),
    ).toBe("outsideScope sportNonBusiness");
    expect(
      decided(weekly(1, hall), { ...given, ...told({ ...nets, isSetUpForSport: false }) }),
    ).toBe("standardRated standardRate");
  });

  it("of who hires is asked: a part of the council, or a business", () => {
    const { hirerCategory: _unknown, ...stranger } = facts(weekly(1), { supplier: council });
    expect(decideVat(stranger)).toMatchObject({ answer: "review", ground: "withinCouncil" });
    const apart = { ...stranger, ...told({ isWithinCouncil: false }) };
    expect(decideVat(apart)).toMatchObject({ answer: "review", ground: "sportNonBusiness" });
    const players = told({ isWithinCouncil: false, servesIndividualsInSport: true });
    expect(decideVat({ ...stranger, ...players }).answer).toBe("outsideScope");
  });

  it("of a space that is gone is asked", () => {
    const { spaceKind: _kind, premises: _premises, ...gone } = session("2026-09-08");
    expect(decided([gone])).toBe("review bareRoom");
  });

  it("of equipment is asked wherever sport is played, and of a choir in a music room not", () => {
    expect(decided(weekly(1, room))).toBe("review bareRoom");
    expect(decided(weekly(1, room), { activity: "folk dancing" })).toBe("exempt bareRoom");
  });

  it("never hides behind an answer that telling it could turn round", () => {
    const maybe = fc.option(fc.boolean(), { nil: undefined });
    const supplierFacts = {
      supplier: fc.constantFrom(undefined, "council", "governingBody"),
      isOptedToTax: maybe,
      treatsSportAsNonBusiness: maybe,
      isEligibleBody: maybe,
    };
    const agreementFacts = {
      isPaidAsWhole: maybe,
      hasWrittenAgreement: maybe,
      refundsHirer: maybe,
      hasExclusiveUse: maybe,
      isSport: maybe,
      isOneActivity: maybe,
      hasSportsEquipment: maybe,
      isSetUpForSport: maybe,
      isQualifyingHirer: maybe,
      servesIndividualsInSport: maybe,
    };
    const supplier = fc.record(supplierFacts).map(known) as fc.Arbitrary<SupplierFacts>;
    const agreement = fc.record(agreementFacts).map(known) as fc.Arbitrary<AgreementFacts>;
    const setting = fc.record({
      place: fc.constantFrom({}, hall, kitchen),
      count: fc.constantFrom(1, 12),
      // Neither is ever a part of a council, whatever is told.
      hirerCategory: fc.constantFrom("club", "commercial"),
    });
    fc.assert(
      fc.property(
        fc.tuple(supplier, supplier),
        fc.tuple(agreement, agreement),
        setting,
        (suppliers, agreements, { place, count, hirerCategory }) => {
          const given = { hirerCategory, activity: "club night" } as const;
          const say = (one: SupplierFacts, other: AgreementFacts) =>
            decideVat(facts(weekly(count, place), { ...given, supplier: one, agreement: other }));
          const before = say(suppliers[0], agreements[0]).answer;
          // More is told; what was told before stays.
          const after = say(
            { ...suppliers[1], ...suppliers[0] },
            { ...agreements[1], ...agreements[0] },
          ).answer;
          expect(before === "review" || before === after).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("the activity", () => {
  it("decides whether a council's sports hall is let for sport", () => {
    const supplier = council;
    expect(decided(weekly(1), { supplier })).toBe("outsideScope sportNonBusiness");
    expect(decided(weekly(1), { supplier, activity: "concert" })).toBe("review otherUse");
    expect(decided(weekly(1), { supplier, activity: "club night" })).toBe(
      "review sportNonBusiness",
    );
  });

  it("is asked about where a sports hall is let, and its name does not tell", () => {
    expect(decided(weekly(12), { activity: "club night" })).toBe("review otherUse");
    expect(decided(weekly(12), { activity: "club night", ...told({ isSport: true }) })).toBe(
      "exempt seriesOfLets",
    );
    expect(decided(weekly(1), { activity: "wedding" })).toBe("review otherUse");
  });

  it("counts as it was told, whatever its name", () => {
    expect(decided(weekly(12), told({ isSport: false }))).toBe("review otherUse");
    expect(decided(weekly(1), { activity: "party", ...told({ isSport: true }) })).toBe(
      "standardRated standardRate",
    );
  });

  it("must be one throughout a series: a name that may be of several is asked about", () => {
    const given = { activity: "badminton and netball" };
    expect(decided(weekly(12), { ...given, ...told({ isSport: true }) })).toBe(
      "review seriesOfLets",
    );
    const mixed = told({ isSport: true, isOneActivity: false });
    expect(decided(weekly(12), { ...given, ...mixed })).toBe("standardRated standardRate");
    const one = told({ isSport: true, isOneActivity: true });
    expect(decided(weekly(12), { ...given, ...one })).toBe("exempt seriesOfLets");
  });
});

describe("a long let", () => {
  const whole = (date: string, given: Partial<VatSession> = {}) =>
    session(date, { startTime: "00:00", endTime: "24:00", ...given });

  it("exempts a booking that is nothing else, and is looked at beside other sessions", () => {
    const weekend = [whole("2026-09-12"), whole("2026-09-13")];
    expect(decided(weekend)).toBe("exempt longLet");
    expect(decided([...weekend, session("2026-09-22")])).toBe("review longLet");
    expect(decided(weekend, told({ hasExclusiveUse: false }))).toBe("standardRated standardRate");
  });

  it("is in one space: sessions that follow one another in two are two", () => {
    const moving = [whole("2026-09-12"), whole("2026-09-13", { space: "pitch" })];
    expect(decided(moving)).toBe("standardRated standardRate");
  });

  it("is asked about when it is not for sport", () => {
    const weekend = [whole("2026-09-12"), whole("2026-09-13")];
    expect(decided(weekend, { activity: "wedding" })).toBe("review otherUse");
  });
});
