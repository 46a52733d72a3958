import { expect, it } from "vitest";
import { heightMessage, heightOf } from "./height-message.ts";

it("brings a height across, rounded up so that nothing is cut off", () => {
  expect(heightOf(heightMessage(412.3))).toBe(413);
});

it("takes nothing else for a height", () => {
  for (const message of [
    undefined,
    null,
    "height",
    412,
    {},
    { height: 412 },
    { neuadd: "height" },
    { neuadd: "height", height: "412px" },
    { neuadd: "height", height: 0 },
    { neuadd: "height", height: -1 },
    { neuadd: "height", height: Number.NaN },
    { neuadd: "height", height: 1_000_000 },
  ]) {
    expect(heightOf(message)).toBeUndefined();
  }
});
