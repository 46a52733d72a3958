import { frozenCopy } from "../frozen-copy.ts";
import type { CalendarLayer } from "./school-calendar.ts";
import { AUTUMN_TERM, SPRING_TERM, SUMMER_TERM } from "./term-names.ts";

/**
 * The term dates of maintained schools in Wales for 2025/26 and 2026/27, as one layer. Those of
 * 2025/26 were approved, those of 2026/27 directed, by the Welsh Ministers (statement of 25 June
 * 2025), who want them alike everywhere; a body whose dates differ puts a layer of its own above.
 * Each year has 195 days of term, INSET days included.
 *
 * INSET days are left to the layers of authorities and schools, which fix their own. Its scope is
 * `authority`, since authorities (and the governing bodies of aided and foundation schools) set
 * term dates; put it after the bank holidays and before the school's own layer.
 */
export const welshTermDates: CalendarLayer = /* @__PURE__ */ frozenCopy({
  id: "wales-term-dates",
  scope: "authority",
  source:
    "Welsh Government: approved school term dates 2025 to 2026; Ministers’ direction for 2026/27 (statement of 25 June 2025)",
  version: "2025/26-2026/27",
  years: [
    {
      id: "2025/26",
      terms: [
        {
          name: AUTUMN_TERM,
          first: "2025-09-01",
          last: "2025-12-19",
          halfTerm: { first: "2025-10-27", last: "2025-10-31" },
        },
        {
          name: SPRING_TERM,
          first: "2026-01-05",
          last: "2026-03-27",
          halfTerm: { first: "2026-02-16", last: "2026-02-20" },
        },
        {
          name: SUMMER_TERM,
          first: "2026-04-13",
          last: "2026-07-20",
          halfTerm: { first: "2026-05-25", last: "2026-05-29" },
        },
      ],
    },
    {
      id: "2026/27",
      terms: [
        {
          name: AUTUMN_TERM,
          first: "2026-09-01",
          last: "2026-12-18",
          halfTerm: { first: "2026-10-26", last: "2026-10-30" },
        },
        {
          name: SPRING_TERM,
          first: "2027-01-04",
          last: "2027-03-19",
          halfTerm: { first: "2027-02-08", last: "2027-02-12" },
        },
        {
          name: SUMMER_TERM,
          first: "2027-04-05",
          last: "2027-07-20",
          halfTerm: { first: "2027-05-31", last: "2027-06-04" },
        },
      ],
    },
  ],
});
