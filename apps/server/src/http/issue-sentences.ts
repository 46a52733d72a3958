import type { Bilingual } from "@neuadd/core";
import type { z } from "zod";
import { WELSH_OF_CORE } from "./core-sentences.ts";
import type { LocatedFault } from "./request-fault.ts";

type Issue = z.core.$ZodIssue;

/** More faults than this help nobody: the first ones are listed. */
const FAULT_LIMIT = 50;

/**
 * The faults that a schema found, one for each place, with a sentence in both languages. zod has no Welsh, and its
 * English speaks to programmers. Parse with `reportInput: true`, so that what is missing can be told from what is wrong.
 */
export function bodyFaults(issues: readonly Issue[]): LocatedFault[] {
  const faults = new Map<string, LocatedFault>();
  for (const issue of issues) {
    for (const path of issuePaths(issue)) {
      const pointer = jsonPointer(path);
      // What is not even a date need not be told that it does not exist: the first fault of a place says enough.
      if (!faults.has(pointer)) faults.set(pointer, { pointer, detail: sayIssue(issue) });
    }
  }
  return [...faults.values()].slice(0, FAULT_LIMIT);
}

/** The same for parameters of the path or the query, which are named rather than pointed to. */
export function parameterFaults(issues: readonly Issue[]): LocatedFault[] {
  const faults = new Map<string, LocatedFault>();
  for (const issue of issues) {
    for (const [name] of issuePaths(issue)) {
      const parameter = String(name ?? "");
      if (!faults.has(parameter)) faults.set(parameter, { parameter, detail: sayIssue(issue) });
    }
  }
  return [...faults.values()].slice(0, FAULT_LIMIT);
}

/** The sentence of one issue. */
export function sayIssue(issue: Issue): Bilingual {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? MISSING : sayType(issue.expected);
    case "too_small":
      return saySmall(issue);
    case "too_big":
      return sayBig(issue);
    case "invalid_format":
      return sayFormat(issue);
    case "not_multiple_of":
      return {
        cy: `Rhaid i'r rhif fod yn lluosrif o ${issue.divisor}.`,
        en: `The number must be a multiple of ${issue.divisor}.`,
      };
    case "unrecognized_keys":
      return { cy: "Nid yw'r maes hwn yn hysbys yma.", en: "This field is not known here." };
    case "invalid_value":
      return issue.input === undefined ? MISSING : sayValues(issue.values);
    default:
      return sentenceOfCore(issue.message) ?? WRONG_FORM;
  }
}

const MISSING: Bilingual = { cy: "Mae angen y maes hwn.", en: "This field is needed." };

const WRONG_FORM: Bilingual = {
  cy: "Nid yw'r gwerth hwn o'r ffurf a ddisgwylir yma.",
  en: "This value is not of the form expected here.",
};

const TYPE_SENTENCES: Readonly<Record<string, Bilingual>> = {
  string: { cy: "Rhaid i hwn fod yn destun.", en: "This must be text." },
  number: { cy: "Rhaid i hwn fod yn rhif.", en: "This must be a number." },
  int: { cy: "Rhaid i hwn fod yn rhif cyfan.", en: "This must be a whole number." },
  boolean: { cy: "Rhaid i hwn fod yn true neu'n false.", en: "This must be true or false." },
  array: { cy: "Rhaid i hwn fod yn rhestr.", en: "This must be a list." },
  object: { cy: "Rhaid i hwn fod yn wrthrych JSON.", en: "This must be a JSON object." },
};

function sayType(expected: string): Bilingual {
  return TYPE_SENTENCES[expected] ?? WRONG_FORM;
}

function saySmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Bilingual {
  if (origin === "string") {
    return {
      cy: `Rhaid i'r testun fod o leiaf ${minimum} nod o hyd.`,
      en: `The text must be at least ${minimum} ${minimum === 1 ? "character" : "characters"} long.`,
    };
  }
  if (origin === "array" || origin === "set") {
    return {
      cy: `Rhaid i'r rhestr gynnwys o leiaf ${minimum}.`,
      en: `The list must have at least ${minimum}.`,
    };
  }
  return inclusive === false
    ? { cy: `Rhaid i'r rhif fod yn fwy na ${minimum}.`, en: `The number must be over ${minimum}.` }
    : {
        cy: `Rhaid i'r rhif fod yn ${minimum} o leiaf.`,
        en: `The number must be at least ${minimum}.`,
      };
}

function sayBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): Bilingual {
  if (origin === "string") {
    return {
      cy: `Ni chaiff y testun fod yn hwy na ${maximum} nod.`,
      en: `The text must be at most ${maximum} characters long.`,
    };
  }
  if (origin === "array" || origin === "set") {
    return {
      cy: `Ni chaiff y rhestr gynnwys mwy na ${maximum}.`,
      en: `The list must have at most ${maximum}.`,
    };
  }
  return inclusive === false
    ? {
        cy: `Rhaid i'r rhif fod yn llai na ${maximum}.`,
        en: `The number must be under ${maximum}.`,
      }
    : {
        cy: `Ni chaiff y rhif fod yn fwy na ${maximum}.`,
        en: `The number must be at most ${maximum}.`,
      };
}

function sayFormat(issue: z.core.$ZodIssueInvalidStringFormat): Bilingual {
  if (issue.format === "date") {
    return {
      cy: "Ysgrifennwch ddyddiad sy'n bod, fel 2026-09-08.",
      en: "Write a date that exists, as 2026-09-08.",
    };
  }
  if (issue.format === "email") {
    return {
      cy: "Ysgrifennwch gyfeiriad e-bost, fel clwb@enghraifft.cymru.",
      en: "Write an e-mail address, such as club@example.wales.",
    };
  }
  return sentenceOfCore(issue.message) ?? WRONG_FORM;
}

function sentenceOfCore(message: string): Bilingual | undefined {
  const welsh = WELSH_OF_CORE[message];
  return welsh === undefined ? undefined : { cy: welsh, en: message };
}

function sayValues(values: readonly unknown[]): Bilingual {
  const list = values.map((value) => JSON.stringify(value)).join(", ");
  return { cy: `Rhaid i hwn fod yn un o: ${list}.`, en: `This must be one of: ${list}.` };
}

/** Unknown fields are one issue of their parent in zod; each deserves its own place. */
function issuePaths(issue: Issue): PropertyKey[][] {
  return issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => [...issue.path, key])
    : [[...issue.path]];
}

/** RFC 6901, as a fragment: `#/recurrence/rule`; `#` is the whole body. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return `#${path.map((part) => `/${escapePointer(String(part))}`).join("")}`;
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
