import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

/** A process of its own: in this one the nursery has grown. Prints its size at first, after such work, and after other. */
const PROGRAM = `
  import { getHeapSpaceStatistics } from "node:v8";
  import { withSmallNursery } from ${JSON.stringify(new URL("with-small-nursery.ts", import.meta.url).href)};
  const kept = [];
  const keepMuch = async () => {
    for (let count = 0; count < 500_000; count += 1) kept.push({ count });
  };
  const size = () => getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size;
  const first = size();
  await withSmallNursery(keepMuch);
  const sparing = size();
  await keepMuch();
  console.log(JSON.stringify({ first, sparing, usual: size() }));
`;

it("keeps the nursery as it is while work is done whose results stay, and lets it grow afterwards", () => {
  const text = execFileSync(process.execPath, ["--input-type=module", "--eval", PROGRAM], {
    encoding: "utf8",
  });
  const { first, sparing, usual } = JSON.parse(text) as Record<
    "first" | "sparing" | "usual",
    number
  >;
  // One half of it is taken into use when it is first cleared.
  expect(sparing).toBeLessThanOrEqual(2 * first);
  expect(usual).toBeGreaterThan(2 * first);
});
