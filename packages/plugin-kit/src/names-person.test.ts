import { describe, expect, it } from "vitest";
import { namesPerson } from "./names-person.ts";

const sian = { email: "sian.jones@example.org", names: ["Siân Jones", "S. Jones (trysorydd)"] };

describe("namesPerson", () => {
  it.each([
    "DBS SIÂN JONES 1234",
    "Siân  Jones",
    "Si\u0061\u0302n Jones",
    "<Sian.Jones@Example.org>",
    "gan S. Jones (trysorydd), 2 Mai",
  ])("finds the name or the address in %j", (text) => {
    expect(namesPerson(text, sian)).toBe(true);
  });

  it.each(["", "Siân Joneses", "xsian.jones@example.org", "sian-jones@example.org", "Si n Jones"])(
    "finds nobody in %j",
    (text) => {
      expect(namesPerson(text, sian)).toBe(false);
    },
  );

  it("finds nobody by an empty name", () => {
    expect(namesPerson("a text", { email: "a@b.example", names: ["", "  "] })).toBe(false);
  });
});
