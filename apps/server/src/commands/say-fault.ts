import { type Bilingual, CoreError } from "@neuadd/core";
import { ArchiveError } from "../archive/archive-error.ts";
import { ConfigError } from "../config/config-error.ts";
import { PluginError } from "../plugins/plugin-error.ts";
import { ServerError } from "../server-error.ts";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";

/** What to say of whatever a command threw, line by line, and how to end. Never a stack trace. */
export function sayFault(error: unknown): {
  readonly lines: readonly Bilingual[];
  readonly exitCode: ExitCode;
} {
  if (error instanceof CommandFault) {
    const { sentence, details, exitCode } = error;
    return { lines: [sentence, ...details.map(indented)], exitCode };
  }
  if (error instanceof ArchiveError) {
    const { sentence, details } = error;
    return { lines: [sentence, ...details.map(indented)], exitCode: EXIT_CODE.invalid };
  }
  if (error instanceof ConfigError) return ofConfig(error);
  if (error instanceof PluginError) return { lines: [error.sentence], exitCode: EXIT_CODE.failed };
  if (error instanceof CoreError) return ofCore(error);
  if (error instanceof ServerError) return ofServer(error);
  const reason = error instanceof Error ? error.message : String(error);
  return {
    lines: [
      {
        en: `Something failed that should not have: ${reason}`,
        cy: `Methodd rhywbeth na ddylai fod wedi methu: ${reason}`,
      },
    ],
    exitCode: EXIT_CODE.failed,
  };
}

function ofConfig({ code, sentence, faults }: ConfigError): ReturnType<typeof sayFault> {
  if (code === "PORT_TAKEN") return { lines: [sentence], exitCode: EXIT_CODE.failed };
  if (faults.length === 0) return { lines: [sentence], exitCode: EXIT_CODE.invalid };
  const heading = {
    en: "The configuration can't be used:",
    cy: "Ni ellir defnyddio'r ffurfweddiad:",
  };
  const lines = faults.map((fault) => indented(fault.sentence));
  return { lines: [heading, ...lines], exitCode: EXIT_CODE.invalid };
}

function ofCore({ sentence, faults }: CoreError): ReturnType<typeof sayFault> {
  if (faults.length === 0) {
    return { lines: [sentence], exitCode: EXIT_CODE.invalid };
  }
  const lines = faults.map(({ path, message: { cy, en } }) => {
    const place = path === "" ? "/" : path;
    return indented({ cy: `${place}: ${cy}`, en: `${place}: ${en}` });
  });
  return { lines: [fileFaults(faults.length), ...lines], exitCode: EXIT_CODE.invalid };
}

function ofServer({ code, sentence }: ServerError): ReturnType<typeof sayFault> {
  const isFault = code === "STORE_UNAVAILABLE" || code === "INTERNAL";
  return { lines: [sentence], exitCode: isFault ? EXIT_CODE.failed : EXIT_CODE.invalid };
}

/** The heading over the faults of a file. */
function fileFaults(count: number): Bilingual {
  return {
    en: `Nothing was changed: the file has ${count} ${count === 1 ? "fault" : "faults"}.`,
    cy: `Ni newidiwyd dim. Nifer y gwallau yn y ffeil: ${count}.`,
  };
}

function indented({ cy, en }: Bilingual): Bilingual {
  return { cy: `  ${cy}`, en: `  ${en}` };
}
