import { readdir, readFile, stat } from "node:fs/promises";
import { expect, it } from "vitest";

const GUIDES = new URL("../../docs/guides/", import.meta.url);

async function picturesIn(guide: string): Promise<string[]> {
  const text = await readFile(new URL(guide, GUIDES), "utf8");
  return [...text.matchAll(/!\[[^\]]+\]\(images\/([^)]+)\)/g)].map(([, path = ""]) => path);
}

it("makes each picture of the guides in the language of the guide, and none that weighs more than 100 kB", async () => {
  const english = await picturesIn("embedding.md");
  const welsh = await picturesIn("embedding.cy.md");
  expect(english.length).toBeGreaterThan(5);
  expect(english.every((path) => path.startsWith("en/"))).toBe(true);
  expect(welsh).toEqual(english.map((path) => path.replace("en/", "cy/")));
  const images = new URL("images/", GUIDES);
  const shown = new Set([...english, ...welsh]);
  const made = (await readdir(images, { recursive: true })).filter((path) => path.endsWith(".png"));
  expect(new Set(made)).toEqual(shown);
  const sizes = await Promise.all(
    made.map(async (path) => [path, (await stat(new URL(path, images))).size] as const),
  );
  expect(sizes.filter(([, bytes]) => bytes > 100_000)).toEqual([]);
});
