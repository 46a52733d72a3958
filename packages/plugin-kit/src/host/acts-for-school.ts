import type { School } from "@neuadd/core";
import type { PluginCaller } from "../plugin-environment.ts";

/** Whether a key acts for a school: its own, its authority's or the operator's. A hirer's acts for none. */
export function actsForSchool(
  { kind, owner }: Pick<PluginCaller, "kind" | "owner">,
  { id, authority }: Pick<School, "id" | "authority">,
): boolean {
  switch (kind) {
    case "school":
      return owner === id;
    case "authority":
      return owner === authority;
    case "operator":
      return true;
    case "hirer":
      return false;
  }
}
