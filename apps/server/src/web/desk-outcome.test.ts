import { describe, expect, it } from "vitest";
import { readOutcome, writeOutcome } from "./desk-outcome.ts";

const PLACE = { session: "secret", plugin: "email", path: "outbox" };
const SAID = { cy: "Bydd 3 llythyr yn mynd eto – ŵ.", en: "3 letters go out again <b>." };

describe("what came of a form, in an address", () => {
  it("is read as it was written, and is text that an address takes", () => {
    const written = writeOutcome(PLACE, SAID);
    expect(written).toMatch(/^[\w-]+\.[\w-]{43}$/);
    expect(readOutcome(PLACE, written)).toEqual(SAID);
  });

  it.each([
    ["another session", { ...PLACE, session: "other" }],
    ["another page", { ...PLACE, path: "" }],
    ["another plugin", { ...PLACE, plugin: "webhooks" }],
  ])("is nothing to %s", (_what, place) => {
    expect(readOutcome(place, writeOutcome(PLACE, SAID))).toBeUndefined();
  });

  it.each([
    "",
    ".",
    "resend",
    Buffer.from('["Da","Well done"]').toString("base64url"),
    `${Buffer.from('["Da","Well done"]').toString("base64url")}.${"A".repeat(43)}`,
    writeOutcome(PLACE, SAID).slice(1),
  ])("is nothing where somebody made it up: %j", (written) => {
    expect(readOutcome(PLACE, written)).toBeUndefined();
  });
});
