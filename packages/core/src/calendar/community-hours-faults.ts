import type { Fault } from "../errors.ts";
import type { LocalInterval } from "../time/interval.ts";
import { isLocalTime } from "../time/local-time.ts";
import type { CommunityHoursRule } from "./community-hours.ts";

/** Hours that are no times, or that do not end after they start. `path` points to the list of rules. */
export function communityHoursFaults(rules: readonly CommunityHoursRule[], path: string): Fault[] {
  return rules.flatMap((rule, ruleIndex) =>
    rule.hours.flatMap((interval, index) =>
      intervalFaults(interval, `${path}/${ruleIndex}/hours/${index}`),
    ),
  );
}

/** The same for one interval of a local day. */
export function intervalFaults({ start, end }: LocalInterval, path: string): Fault[] {
  const faults: Fault[] = [];
  if (!isLocalTime(start) || start === "24:00") {
    faults.push({
      path: `${path}/start`,
      message: {
        cy: `Nid yw "${start}" yn amser i ddechrau; rhowch 00:00 i 23:59.`,
        en: `"${start}" is no time to start; give 00:00 to 23:59.`,
      },
    });
  }
  if (!isLocalTime(end)) {
    faults.push({
      path: `${path}/end`,
      message: {
        cy: `Nid yw "${end}" yn amser i orffen; rhowch 00:01 i 24:00.`,
        en: `"${end}" is no time to end; give 00:01 to 24:00.`,
      },
    });
  }
  if (faults.length > 0 || start < end) return faults;
  return [
    {
      path,
      message: {
        cy: `Daw'r oriau i ben am ${end}, nad yw ar ôl ${start}; rhannwch oriau dros hanner nos yn ddwy.`,
        en: `The hours end at ${end}, which is not after ${start}; split hours over midnight in two.`,
      },
    },
  ];
}
