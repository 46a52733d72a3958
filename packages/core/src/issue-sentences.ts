import type { z } from "zod";
import type { Bilingual } from "./language/bilingual.ts";
import { WELSH_OF_SCHEMAS } from "./schema-sentences.ts";

type Issue = z.core.$ZodIssue;

/**
 * What one issue of a zod schema says, in both languages: zod has no Welsh, and its English speaks to programmers.
 * Parse with `reportInput: true`, so that what is missing can be told from what is wrong. A sentence that a schema of
 * another package carries is not known here: it is said that the value is not of the form expected.
 */
export function sayIssue(issue: Issue): Bilingual {
  switch (issue.code) {
    case "invalid_type":
      return isMissing(issue) ? MISSING : sayType(issue.expected);
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
      return isMissing(issue) ? MISSING : sayValues(issue.values);
    default:
      return ownSentence(issue.message) ?? WRONG_FORM;
  }
}

/** Without `reportInput` an issue has no input at all, and nothing is known to be missing. */
function isMissing(issue: Issue): boolean {
  return "input" in issue && issue.input === undefined;
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
  return ownSentence(issue.message) ?? WRONG_FORM;
}

function ownSentence(message: string): Bilingual | undefined {
  const welsh = WELSH_OF_SCHEMAS[message];
  return welsh === undefined ? undefined : { cy: welsh, en: message };
}

function sayValues(values: readonly unknown[]): Bilingual {
  const list = values.map((value) => JSON.stringify(value)).join(", ");
  return { cy: `Rhaid i hwn fod yn un o: ${list}.`, en: `This must be one of: ${list}.` };
}
