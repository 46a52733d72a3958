import { addDays } from "@neuadd/core";
import type { AgreementFacts, SupplierFacts, VatFacts, VatSession } from "../src/vat-facts.ts";

/** All that a series of lets asks of an agreement. */
export const agreed: AgreementFacts = {
  isPaidAsWhole: true,
  hasWrittenAgreement: true,
  refundsHirer: false,
  hasExclusiveUse: true,
  isQualifyingHirer: true,
};

/** A governing body that has told everything: neither an option to tax, nor Group 10. */
export const governors: SupplierFacts = {
  supplier: "governingBody",
  isOptedToTax: false,
  isEligibleBody: false,
};

export function session(date: string, given: Partial<VatSession> = {}): VatSession {
  return {
    date,
    startTime: "18:00",
    endTime: "19:30",
    space: "sports-hall",
    spaceKind: "sportsHall",
    premises: "main-site",
    ...given,
  };
}

export function weekly(count: number, given: Partial<VatSession> = {}): VatSession[] {
  return Array.from({ length: count }, (_, week) =>
    session(addDays("2026-09-08", 7 * week), given),
  );
}

/** A club's badminton in the sports hall. */
export function facts(sessions: readonly VatSession[], given: Partial<VatFacts> = {}): VatFacts {
  return {
    supplier: governors,
    agreement: agreed,
    hirerCategory: "club",
    activity: "badminton",
    sessions,
    ...given,
  };
}
