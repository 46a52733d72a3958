import { expect, it } from "vitest";
import { pageAddress } from "./server-address.ts";

it("names pages of the server as the server does, in both languages", () => {
  const server = "https://neuadd.example";
  expect(
    pageAddress(server, "cy", "y-bryn", "request", { space: "main-hall", start: "18:00" }),
  ).toBe("https://neuadd.example/cy/ysgolion/y-bryn/cais?space=main-hall&start=18%3A00");
  expect(pageAddress(server, "en", "y-bryn", "week", { week: undefined, space: "" })).toBe(
    "https://neuadd.example/en/schools/y-bryn/week",
  );
});
