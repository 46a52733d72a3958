import { testPlugin } from "@neuadd/plugin-kit/testing";
import { describe, it } from "vitest";
import { quietHours } from "./index.ts";

testPlugin(() => quietHours(), { describe, it }, { requests: [late()] });

/** Ends after the quiet time, so that the rule and the quote have something to say. */
function late() {
  return {
    hirer: "hir_clwb",
    space: "main-hall",
    first: "2026-09-08",
    startTime: "18:00",
    endTime: "21:30",
    onClash: { policy: "skip" as const },
  };
}
