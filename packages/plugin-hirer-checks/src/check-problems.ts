import { PluginProblem } from "@neuadd/plugin-kit";
import type { EventNoticeFault } from "./event-notice-faults.ts";

export function policyChanged(revision: number): PluginProblem {
  return new PluginProblem(
    "hirer-checks/POLICY_CHANGED",
    412,
    {
      title: {
        cy: "Mae'r gofynion wedi newid ers i chi eu darllen",
        en: "The policy has changed since you read it",
      },
      detail: {
        cy: "Darllenwch y gofynion eto, ac anfonwch eich newid gyda'r ETag newydd.",
        en: "Read the policy again, and send your change with the new ETag.",
      },
    },
    { revision },
  );
}

export function ifMatchNeeded(): PluginProblem {
  return new PluginProblem("hirer-checks/IF_MATCH_NEEDED", 428, {
    title: { cy: "Mae angen If-Match", en: "If-Match is needed" },
    detail: {
      cy: "Anfonwch ETag y gofynion a ddarllenoch fel If-Match, fel na chaiff newid rhywun arall ei golli.",
      en: "Send the ETag of the policy that you read as If-Match, so that nobody else's change is lost.",
    },
  });
}

export function documentUnknown(): PluginProblem {
  return new PluginProblem("hirer-checks/DOCUMENT_UNKNOWN", 404, {
    title: { cy: "Nid oes dogfen o'r fath", en: "There is no such document" },
    detail: {
      cy: "Darllenwch ddogfennau'r llogwr i weld beth sydd gan yr ysgol.",
      en: "Read the documents of the hirer to see what the school has.",
    },
  });
}

export function groupUnknown(): PluginProblem {
  return new PluginProblem("hirer-checks/GROUP_UNKNOWN", 404, {
    title: {
      cy: "Nid oes grŵp wedi'i nodi ar gyfer y gweithgaredd",
      en: "No group is declared for the activity",
    },
    detail: {
      cy: "Darllenwch grwpiau'r llogwr i weld pa weithgareddau sydd wedi'u nodi.",
      en: "Read the groups of the hirer to see which activities are declared.",
    },
  });
}

export function premisesUnknown(): PluginProblem {
  return new PluginProblem("hirer-checks/PREMISES_UNKNOWN", 404, {
    title: { cy: "Nid oes safle o'r fath gan yr ysgol", en: "The school has no such premises" },
    detail: {
      cy: "Darllenwch leoedd yr ysgol i weld ei safleoedd.",
      en: "Read the spaces of the school to see its premises.",
    },
  });
}

export function noticeUnknown(): PluginProblem {
  return new PluginProblem("hirer-checks/NOTICE_UNKNOWN", 404, {
    title: { cy: "Nid oes hysbysiad o'r fath", en: "There is no such notice" },
    detail: {
      cy: "Darllenwch hysbysiadau'r ysgol i weld beth sydd wedi'i nodi.",
      en: "Read the notices of the school to see what is noted.",
    },
  });
}

/** All that stands against a notice, each with its own code. */
export function noticeNotPossible(faults: readonly EventNoticeFault[]): PluginProblem {
  return new PluginProblem(
    "hirer-checks/NOTICE_NOT_POSSIBLE",
    409,
    {
      title: {
        cy: "Ni all y safle gael yr hysbysiad hwn",
        en: "The premises can't have this notice",
      },
      detail: {
        cy: faults.map(({ message }) => message.cy).join(" "),
        en: faults.map(({ message }) => message.en).join(" "),
      },
    },
    { faults: faults.map(({ code }) => code) },
  );
}
