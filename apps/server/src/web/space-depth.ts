import { ancestorsOf, type Space, type SpaceTree } from "@neuadd/core";

/** How many spaces contain a space: 0 for a hall, 1 for its half. */
export function depthOf(tree: SpaceTree, space: Space): number {
  return ancestorsOf(tree, space.id).length;
}
