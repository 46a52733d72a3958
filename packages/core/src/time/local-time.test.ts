import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import { isLocalTime, localTime, minutesOfDay } from "./local-time.ts";

describe("a local time", () => {
  it("is the same after it has been counted and written again, for every minute and 24:00", () => {
    for (let minutes = 0; minutes <= 1440; minutes += 1) {
      expect(minutesOfDay(localTime(minutes))).toBe(minutes);
    }
  });

  it("writes both ends of the day", () => {
    expect(localTime(0)).toBe("00:00");
    expect(localTime(1440)).toBe("24:00");
  });

  it.each([
    "24:01",
    "25:00",
    "18:60",
    "9:00",
    "18:00:00",
    "18.00",
    "1800",
    "18:00 ",
    "18:00\n",
    "",
  ])("refuses %j", (text) => {
    expect(isLocalTime(text)).toBe(false);
    expect(() => minutesOfDay(text)).toThrow(
      expect.objectContaining({ code: "LOCAL_TIME_INVALID" }),
    );
  });

  it.each([-1, 1441, 0.5, Number.NaN])("refuses %d minutes", (minutes) => {
    expect(() => localTime(minutes)).toThrow(CoreError);
  });
});
