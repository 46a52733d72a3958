import type { WireSpace } from "../network/wire.ts";

/** Each space after the one that contains it, with how many of those given contain it. The server's order is kept among equals. */
export function treeOrder(
  spaces: readonly WireSpace[],
): { readonly space: WireSpace; readonly depth: number }[] {
  const ids = new Set(spaces.map(({ id }) => id));
  const below = (parent: string | undefined, depth: number): ReturnType<typeof treeOrder> =>
    spaces
      .filter((space) => (ids.has(space.parent ?? "") ? space.parent : undefined) === parent)
      .flatMap((space) => [{ space, depth }, ...below(space.id, depth + 1)]);
  return below(undefined, 0);
}
