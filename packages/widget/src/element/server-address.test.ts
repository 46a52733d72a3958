import { expect, it } from "vitest";
import { pageAddress, scriptServerOf } from "./server-address.ts";

it("names pages of the server as the server does, in both languages", () => {
  const server = "https://neuadd.example";
  expect(
    pageAddress(server, "cy", "y-bryn", "request", { space: "main-hall", start: "18:00" }),
  ).toBe("https://neuadd.example/cy/ysgolion/y-bryn/cais?space=main-hall&start=18%3A00");
  expect(pageAddress(server, "en", "y-bryn", "week", { week: undefined, space: "" })).toBe(
    "https://neuadd.example/en/schools/y-bryn/week",
  );
});

it("knows the server by the address of its script, below a path of its origin too", () => {
  for (const [script, server] of [
    ["https://neuadd.example/embed/neuadd.js", "https://neuadd.example"],
    ["https://neuadd.example:8443/embed/1.2.3/neuadd.js", "https://neuadd.example:8443"],
    ["https://cyngor.example/neuaddau/embed/neuadd.js?v=1", "https://cyngor.example/neuaddau"],
    [
      "https://cyngor.example/embed/halls/embed/1.2.3/neuadd.js",
      "https://cyngor.example/embed/halls",
    ],
    ["https://cdn.example/scripts/neuadd.js", "https://cdn.example"],
  ] as const) {
    expect([script, scriptServerOf(script)]).toEqual([script, server]);
  }
});
