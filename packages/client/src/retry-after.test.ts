import { describe, expect, it } from "vitest";
import { retryAfterMilliseconds } from "./retry-after.ts";

describe("Retry-After", () => {
  it("in seconds is taken as it is", () => {
    expect(retryAfterMilliseconds(new Headers({ "retry-after": "0" }))).toBe(0);
    expect(retryAfterMilliseconds(new Headers({ "retry-after": " 12 " }))).toBe(12_000);
  });

  it("as a date is counted from the date of the answer, whatever the clock here shows", () => {
    const headers = new Headers({
      date: "Mon, 24 Aug 2026 08:00:00 GMT",
      "retry-after": "Mon, 24 Aug 2026 08:00:30 GMT",
    });
    expect(retryAfterMilliseconds(headers)).toBe(30_000);
  });

  it("as a date that has passed is no wait at all", () => {
    const headers = new Headers({ "retry-after": "Mon, 24 Aug 1998 08:00:00 GMT" });
    expect(retryAfterMilliseconds(headers)).toBe(0);
  });

  it.each(["", "soon", "-3", "1.5e"])("is nothing when it is %j", (text) => {
    expect(retryAfterMilliseconds(new Headers({ "retry-after": text }))).toBeUndefined();
  });

  it("is nothing when it is absent", () => {
    expect(retryAfterMilliseconds(new Headers())).toBeUndefined();
  });
});
