import { expect, it } from "vitest";
import type { WireSpace } from "../network/wire.ts";
import { treeOrder } from "./tree-order.ts";

const space = (id: string, parent?: string): WireSpace => ({
  id,
  name: { cy: id, en: id },
  bookable: true,
  terms: { minimumMinutes: 30 },
  ...(parent !== undefined && { parent }),
});
const order = (spaces: readonly WireSpace[]) =>
  treeOrder(spaces).map(({ space: { id }, depth }) => `${id} ${depth}`);

it("puts each space after the one that contains it", () => {
  expect(
    order([
      space("hall"),
      space("a", "hall"),
      space("b", "hall"),
      space("court", "a"),
      space("room"),
    ]),
  ).toEqual(["hall 0", "a 1", "court 2", "b 1", "room 0"]);
});

it("counts only containers that are there", () => {
  expect(order([space("a", "hall"), space("court", "a")])).toEqual(["a 0", "court 1"]);
  expect(order([])).toEqual([]);
});
