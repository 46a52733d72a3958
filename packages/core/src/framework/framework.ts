import { aims, type FrameworkAim } from "./aims.ts";
import { approaches, type FrameworkApproach } from "./approaches.ts";
import { connections, type FrameworkConnection } from "./connections.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { elements, type FrameworkElement } from "./elements.ts";
import { enablers, type FrameworkEnabler } from "./enablers.ts";
import { outcomes, type FrameworkOutcome } from "./outcomes.ts";
import { partnerKinds, type FrameworkPartnerKind } from "./partner-kinds.ts";
import { phases, type FrameworkPhase } from "./phases.ts";
import { roles, type FrameworkRole } from "./roles.ts";
import { terms, type FrameworkTerm } from "./terms.ts";

/** The model of a Community Focused School (*Ysgol Fro*): what it is made of, and how the parts hang together. */
export interface Framework {
  readonly elements: readonly FrameworkElement[];
  readonly enablers: readonly FrameworkEnabler[];
  readonly connections: readonly FrameworkConnection[];
  readonly aims: readonly FrameworkAim[];
  readonly outcomes: readonly FrameworkOutcome[];
  readonly terms: readonly FrameworkTerm[];
  readonly phases: readonly FrameworkPhase[];
  readonly partnerKinds: readonly FrameworkPartnerKind[];
  readonly approaches: readonly FrameworkApproach[];
  readonly roles: readonly FrameworkRole[];
}

/**
 * The Community Focused Schools framework of the Welsh Government, in Welsh and English, as frozen data.
 *
 * Facts come from the source that each entry names; the sentences are Neuadd's. Welsh that no published text
 * confirms is marked `reviewed: false`. Order is meaningful: it is the order of the source, and for `phases` the order
 * of a learner's years. Writing to any part of it throws a TypeError.
 *
 * @example
 * import { framework } from "@neuadd/core";
 *
 * framework.elements.map((element) => element.name.cy);
 * //=> ["Ymgysylltu â theuluoedd", "Ymgysylltu â'r gymuned", "Ymgysylltu amlasiantaeth"]
 *
 * // Which enablers carry progress between families and the community?
 * const link = framework.connections.find((connection) => connection.id === "familyAndCommunity");
 * link?.enablers;
 * //=> ["collectiveVision", "collaborativeLeadership", "trustingRelationships", "connectedLearning"]
 */
export const framework: Framework = /* @__PURE__ */ deepFreeze({
  elements,
  enablers,
  connections,
  aims,
  outcomes,
  terms,
  phases,
  partnerKinds,
  approaches,
  roles,
});
