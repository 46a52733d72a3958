/** How many of the spaces given contain a space. */
export function depthOf(
  spaces: readonly { readonly id: string; readonly parent?: string }[],
  id: string,
): number {
  const parent = spaces.find((space) => space.id === id)?.parent;
  return parent !== undefined && spaces.some((space) => space.id === parent)
    ? 1 + depthOf(spaces, parent)
    : 0;
}
