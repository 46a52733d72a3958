import type { Bilingual, Instant } from "@neuadd/core";
import { type DeadLetter, listDeadLetters } from "../plugins/dead-letters.ts";
import { alignedColumns } from "./aligned-columns.ts";
import { type EventsOptions, filterOf } from "./events-retry.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

export interface EventsDeadOptions extends EventsOptions {
  readonly json?: boolean;
}

/** `neuadd events dead`: the events that plugins could not take, as a table, or with `--json` as one JSON list. */
export async function eventsDead(
  terminal: Terminal,
  options: EventsDeadOptions,
): Promise<ExitCode> {
  const letters = await withServices(terminal, options, ({ services }) =>
    listDeadLetters(services.store, filterOf(options)),
  );
  if (options.json === true) {
    terminal.print(JSON.stringify(letters.map(asJson)));
  } else if (letters.length === 0) {
    terminal.tell({
      en: "There are none: plugins have taken every event that they were handed.",
      cy: "Nid oes yr un: mae'r ategion wedi derbyn pob digwyddiad a drosglwyddwyd iddynt.",
    });
  } else {
    const headings = COLUMNS.map((column) => column[terminal.language]);
    const rows = letters.map((letter) => rowOf(letter, terminal.language));
    for (const line of alignedColumns([headings, ...rows])) terminal.print(line);
  }
  return EXIT_CODE.done;
}

const COLUMNS: readonly Bilingual[] = [
  { en: "SCHOOL", cy: "YSGOL" },
  { en: "PLUGIN", cy: "ATEGYN" },
  { en: "EVENT", cy: "DIGWYDDIAD" },
  { en: "TYPE", cy: "MATH" },
  { en: "FAILED", cy: "METHODD" },
  { en: "STATE", cy: "CYFLWR" },
  { en: "ERROR", cy: "GWALL" },
];

const STATES: Readonly<Record<"dead" | "retrying", Bilingual>> = {
  dead: { en: "dead", cy: "marw" },
  retrying: { en: "retrying", cy: "yn ailgynnig" },
};

function rowOf(letter: DeadLetter, language: keyof Bilingual): string[] {
  return [
    letter.school,
    letter.listener,
    `${letter.revision}.${letter.ordinal}`,
    letter.type,
    instant(letter.failedAt),
    STATES[letter.wantedAt === undefined ? "dead" : "retrying"][language],
    letter.error.replaceAll(/\s+/g, " "),
  ];
}

function asJson({ listener, failedAt, wantedAt, ...letter }: DeadLetter): object {
  return {
    ...letter,
    plugin: listener,
    failedAt: instant(failedAt),
    ...(wantedAt !== undefined && { wantedAt: instant(wantedAt) }),
  };
}

function instant(at: Instant): string {
  return new Date(at).toISOString();
}
