import type { Bilingual } from "@neuadd/core";
import type { TestHost } from "../test-host.ts";
import { testSchool, type TestSchool } from "../test-school.ts";

/** Opens a host with the plugin under test; the check closes it. */
export type OpenHost = () => Promise<TestHost>;

/** One thing that every plugin must keep to. Throws an Error that says in what it does not. */
export type Check = (open: OpenHost) => Promise<void>;

/** Throws unless it holds. `message` says what a plugin must do. */
export function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

/** Runs a check on a host that is closed afterwards, whatever happens. */
export async function onHost(
  open: OpenHost,
  work: (host: TestHost) => Promise<void>,
): Promise<void> {
  const host = await open();
  try {
    await work(host);
  } finally {
    await host.close();
  }
}

/** Throws unless a sentence stands in both languages, and not in one as a copy of the other. */
export function mustBeBilingual(text: Bilingual, what: string): void {
  must(
    text.cy.trim() !== "" && text.en.trim() !== "",
    `${what} must stand in Welsh and in English.`,
  );
  // A proper name may be the same in both; a sentence is not.
  const isSentence = text.en.trim().includes(" ");
  must(
    !isSentence || text.cy !== text.en,
    `${what} has the same text in Welsh as in English: "${text.en}".`,
  );
}

export const RAW_NAME = "<llwyfan>";

/** The test school with a space whose name would break a page that does not escape it. */
export const escapingSchool: TestSchool = {
  ...testSchool,
  premises: testSchool.premises.map((premises) => ({
    ...premises,
    spaces: premises.spaces.map((space) =>
      space.id === "main-hall"
        ? {
            ...space,
            name: { cy: `Prif neuadd & ${RAW_NAME}`, en: `Main hall & ${RAW_NAME}` },
          }
        : space,
    ),
  })),
};
