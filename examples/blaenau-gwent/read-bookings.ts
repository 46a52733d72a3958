import { readFile } from "node:fs/promises";
import type { LocalDate, LocalTime, Purpose } from "@neuadd/core";
import { type DemonstrationHirerId, demonstrationHirers } from "./demonstration-hirers.ts";

/** A season of the demonstration: a line of `bookings.csv`. A hirer's titles are unique within a school. */
export interface DemonstrationBooking {
  readonly school: string;
  readonly hirer: DemonstrationHirerId;
  readonly title: string;
  readonly activity: string;
  readonly space: string;
  readonly layout?: string;
  readonly attendance: number;
  readonly purpose: Purpose;
  readonly first: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
  readonly rule: string;
  readonly until: LocalDate;
  /** False: in term only, without bank holidays. */
  readonly isAllYear: boolean;
  /** True: left for the school to decide. */
  readonly isWaiting: boolean;
}

const PURPOSES: ReadonlyMap<string, Purpose> = new Map<string, Purpose>([
  ["adults", { elements: ["community"], audience: ["adults"], partnerKind: "sports" }],
  ["young", { elements: ["community"], audience: ["11-16", "16-25"], partnerKind: "sports" }],
  [
    "families",
    {
      elements: ["family", "community"],
      audience: ["0-4", "families"],
      partnerKind: "communityGroup",
    },
  ],
  [
    "support",
    {
      elements: ["multiAgency", "family"],
      audience: ["adults", "families"],
      partnerKind: "familySupport",
    },
  ],
  [
    "welsh-arts",
    { elements: ["community"], audience: ["adults", "welshMedium"], partnerKind: "arts" },
  ],
]);

/** The seasons of `bookings.csv`, in its order. Throws on a line that names a hirer or a purpose that there is not. */
export async function readBookings(): Promise<DemonstrationBooking[]> {
  const text = await readFile(new URL("bookings.csv", import.meta.url), "utf8");
  const [head = "", ...lines] = text.trim().split("\n");
  const columns = head.split(",");
  return lines.map((line) => {
    const fields = fieldsOf(line);
    return bookingOf(new Map(columns.map((column, index) => [column, fields[index] ?? ""])));
  });
}

/** Fields may stand in double quotes, which is how a rule keeps its commas. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
}

function bookingOf(line: ReadonlyMap<string, string>): DemonstrationBooking {
  const field = (name: string): string => line.get(name) ?? "";
  const hirer = field("hirer");
  const purpose = PURPOSES.get(field("purpose"));
  if (!isHirer(hirer) || purpose === undefined) {
    throw new Error(`bookings.csv: "${field("title")}" names no known hirer or purpose.`);
  }
  return {
    school: field("school"),
    hirer,
    title: field("title"),
    activity: field("activity"),
    space: field("space"),
    ...(field("layout") !== "" && { layout: field("layout") }),
    attendance: Number(field("attendance")),
    purpose,
    first: field("first"),
    startTime: field("start"),
    endTime: field("end"),
    rule: field("rule"),
    until: field("until"),
    isAllYear: field("season") === "allYear",
    isWaiting: field("status") === "waiting",
  };
}

function isHirer(id: string): id is DemonstrationHirerId {
  return id in demonstrationHirers;
}
