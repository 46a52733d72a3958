interface StoredSpace {
  readonly id: string;
  readonly parent?: string;
}

/**
 * The leaves of every space, read from the text of a school's definition. In its own way: the doctor shares no rule with
 * what it checks. Throws for a text that is no definition.
 */
export function spaceLeaves(definition: string): Map<string, ReadonlySet<string>> {
  const { premises } = JSON.parse(definition) as {
    readonly premises: readonly { readonly spaces: readonly StoredSpace[] }[];
  };
  const leaves = new Map<string, Set<string>>();
  for (const { spaces } of premises) {
    const parents = new Map(spaces.map(({ id, parent }) => [id, parent]));
    const isParent = new Set(spaces.map(({ parent }) => parent));
    for (const { id } of spaces) {
      if (isParent.has(id)) continue;
      let above: string | undefined = id;
      for (let depth = 0; above !== undefined; depth += 1) {
        if (depth > spaces.length)
          throw new Error(`The spaces above "${id}" go round in a circle.`);
        leaves.set(above, (leaves.get(above) ?? new Set()).add(id));
        above = parents.get(above);
      }
    }
  }
  return leaves;
}
