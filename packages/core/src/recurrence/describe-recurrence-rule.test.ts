import { describe, expect, it } from "vitest";
import { describeRecurrenceRule } from "./describe-recurrence-rule.ts";
import { parseRecurrenceRule } from "./parse-recurrence-rule.ts";

const WORDS: readonly (readonly [rule: string, english: string, welsh: string])[] = [
  ["FREQ=DAILY", "every day", "bob dydd"],
  ["FREQ=DAILY;INTERVAL=2", "every second day", "bob yn ail ddiwrnod"],
  ["FREQ=DAILY;INTERVAL=3;COUNT=5", "every 3 days, 5 times", "bob 3 diwrnod, 5 gwaith"],
  [
    "FREQ=DAILY;BYDAY=TU,TH",
    "every day, if it is a Tuesday or a Thursday",
    "bob dydd, os dydd Mawrth neu ddydd Iau yw hwnnw",
  ],
  [
    "FREQ=DAILY;BYDAY=FR;BYMONTHDAY=1,13",
    "every day, if it is the 1st or the 13th of the month, and if it is a Friday",
    "bob dydd, os y 1af neu'r 13eg o'r mis yw hwnnw, ac os dydd Gwener yw hwnnw",
  ],
  ["FREQ=WEEKLY", "every week", "bob wythnos"],
  ["FREQ=WEEKLY;BYDAY=TU", "every Tuesday", "bob dydd Mawrth"],
  ["FREQ=WEEKLY;BYDAY=TU,TH", "every Tuesday and Thursday", "bob dydd Mawrth a dydd Iau"],
  [
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYMONTH=11",
    "every Monday, Wednesday and Friday, in November only",
    "bob dydd Llun, dydd Mercher a dydd Gwener, ym mis Tachwedd yn unig",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270715",
    "every second Tuesday until 15 July 2027",
    "bob yn ail ddydd Mawrth tan 15 Gorffennaf 2027",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU",
    "every second week on Tuesday and Thursday, with weeks that start on Sunday",
    "bob yn ail wythnos ar ddydd Mawrth a dydd Iau, gyda'r wythnos yn dechrau ar ddydd Sul",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA;COUNT=2",
    "every 3 weeks on Saturday, twice",
    "bob 3 wythnos ar ddydd Sadwrn, dwywaith",
  ],
  ["FREQ=MONTHLY;COUNT=1", "every month, once", "bob mis, unwaith"],
  ["FREQ=MONTHLY;INTERVAL=2", "every second month", "bob yn ail fis"],
  ["FREQ=MONTHLY;INTERVAL=6", "every 6 months", "bob 6 mis"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "the last Friday of each month", "y dydd Gwener olaf o bob mis"],
  [
    "FREQ=MONTHLY;BYDAY=1TU,2TH,3SA",
    "the first Tuesday, the second Thursday and the third Saturday of each month",
    "y dydd Mawrth cyntaf, yr ail ddydd Iau a'r trydydd dydd Sadwrn o bob mis",
  ],
  [
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=-2MO",
    "the second-to-last Monday of the month, every second month",
    "y dydd Llun olaf ond un o'r mis, bob yn ail fis",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=2,8,-1;BYMONTH=9,10",
    "the 2nd, the 8th and the last day of each month, in September and October only",
    "yr 2il, yr 8fed a'r diwrnod olaf o bob mis, ym mis Medi a mis Hydref yn unig",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=-3,-8",
    "the 8th-to-last day and the third-to-last day of each month",
    "y diwrnod olaf ond 7 a'r diwrnod olaf ond dau o bob mis",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR,SU;UNTIL=20301231",
    "the 13th of each month, if it is a Friday or a Sunday, until 31 December 2030",
    "y 13eg o bob mis, os dydd Gwener neu ddydd Sul yw hwnnw, tan 31 Rhagfyr 2030",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=-7;BYDAY=-1FR",
    "the 7th-to-last day of each month, if it is the last Friday of the month",
    "y diwrnod olaf ond 6 o bob mis, os y dydd Gwener olaf o'r mis yw hwnnw",
  ],
  [
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1",
    "every Monday, every Tuesday, every Wednesday, every Thursday and every Friday of each month, but only the first and the last of these in each month",
    "bob dydd Llun, bob dydd Mawrth, bob dydd Mercher, bob dydd Iau a bob dydd Gwener o bob mis, ond y cyntaf a'r olaf o'r rhain yn unig ym mhob mis",
  ],
  ["FREQ=YEARLY", "every year", "bob blwyddyn"],
  ["FREQ=YEARLY;INTERVAL=2", "every second year", "bob yn ail flwyddyn"],
  ["FREQ=YEARLY;INTERVAL=4", "every 4 years", "bob 4 blynedd"],
  ["FREQ=YEARLY;INTERVAL=5", "every 5 years", "bob 5 mlynedd"],
  [
    "FREQ=YEARLY;BYMONTH=1,2,3",
    "in January, February and March each year",
    "ym mis Ionawr, mis Chwefror a mis Mawrth bob blwyddyn",
  ],
  [
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "the 2nd, the 3rd, the 4th, the 5th, the 6th, the 7th and the 8th of the month, if it is a Tuesday, in November, every 4 years",
    "yr 2il, y 3ydd, y 4ydd, y 5ed, y 6ed, y 7fed a'r 8fed o'r mis, os dydd Mawrth yw hwnnw, ym mis Tachwedd, bob 4 blynedd",
  ],
  ["FREQ=YEARLY;BYDAY=20MO", "the 20th Monday of each year", "yr 20fed dydd Llun o bob blwyddyn"],
  [
    "FREQ=YEARLY;INTERVAL=2;BYDAY=-1SU",
    "the last Sunday of the year, every second year",
    "y dydd Sul olaf o'r flwyddyn, bob yn ail flwyddyn",
  ],
];

describe("describeRecurrenceRule", () => {
  it.each(WORDS)("says %s as “%s” and “%s”", (text, english, welsh) => {
    const rule = parseRecurrenceRule(text);
    expect(describeRecurrenceRule(rule, "en")).toBe(english);
    expect(describeRecurrenceRule(rule, "cy")).toBe(welsh);
  });

  it("refuses a rule made by hand that is malformed", () => {
    const rule = { ...parseRecurrenceRule("FREQ=WEEKLY"), interval: 0 };
    expect(() => describeRecurrenceRule(rule, "en")).toThrow(
      expect.objectContaining({ code: "RECURRENCE_INVALID" }),
    );
  });
});
