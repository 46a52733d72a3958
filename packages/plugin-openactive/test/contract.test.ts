import { testPlugin } from "@neuadd/plugin-kit/testing";
import { describe, expect, it } from "vitest";
import { openActive } from "../src/index.ts";
import { publication, SCHOOL } from "./published-school.ts";

testPlugin(
  () => openActive(),
  { describe, it },
  { arrange: (host) => host.api.publish(SCHOOL, publication) },
);

describe("openActive", () => {
  it("refuses options that there are not", () => {
    const mistyped: object = { days: 7 };
    expect(() => openActive(mistyped)).toThrow('openActive: "days" is no option.');
  });
});
