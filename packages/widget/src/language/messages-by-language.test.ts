import { expect, it } from "vitest";
import { MESSAGES_BY_LANGUAGE } from "./messages-by-language.ts";

/** Every sentence by its path; those that take something in are given it. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function")
    return [[path, String(Reflect.apply(value, undefined, ["7", "9"]))]];
  return Object.entries(Object(value)).flatMap(([name, inner]) =>
    sentences(inner, `${path}/${name}`),
  );
}

it("says everything in both languages, and nothing in the one that is copied from the other", () => {
  const [welsh, english] = [
    new Map(sentences(MESSAGES_BY_LANGUAGE.cy)),
    new Map(sentences(MESSAGES_BY_LANGUAGE.en)),
  ];
  expect([...welsh.keys()]).toEqual([...english.keys()]);
  expect(welsh.size).toBeGreaterThan(40);
  const copied = [...welsh].filter(
    ([path, sentence]) => sentence.trim() === "" || sentence === english.get(path),
  );
  expect(copied).toEqual([]);
});
