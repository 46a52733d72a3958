import { describe, expect, it } from "vitest";
import { pathInLanguage } from "./path-in-language.ts";

describe("the path of a page in a language", () => {
  it("has its words in the language that it begins with", () => {
    expect(pathInLanguage("/cy/schools/cwm/week", "en")).toBe("/cy/ysgolion/cwm/wythnos");
    expect(pathInLanguage("/en/ysgolion/cwm/cais/sent", "cy")).toBe("/en/schools/cwm/request/sent");
    expect(pathInLanguage("/en/hygyrchedd", "cy")).toBe("/en/accessibility");
  });

  it("begins with the preferred language where it has none", () => {
    expect(pathInLanguage("/schools/cwm", "cy")).toBe("/cy/ysgolion/cwm");
    expect(pathInLanguage("/mewnosod", "en")).toBe("/en/embed");
  });

  it("leaves the name of a school as it is, though it be a word of paths", () => {
    expect(pathInLanguage("/cy/schools/week/week", "en")).toBe("/cy/ysgolion/week/wythnos");
  });

  it("is the same path where the words are right already", () => {
    expect(pathInLanguage("/cy/ysgolion/cwm", "en")).toBe("/cy/ysgolion/cwm");
  });

  it("is none where no page has such words", () => {
    for (const path of ["/", "/cy", "/v1/schools", "/cy/x/tariffs", "/unknown", "//schools"]) {
      expect(pathInLanguage(path, "en")).toBeUndefined();
    }
  });
});
