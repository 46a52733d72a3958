import type { Bilingual } from "@neuadd/core";
import { eraseHirer, type HirerErasure } from "../hirers/erase-hirer.ts";
import { erasePerson } from "../hirers/erase-person.ts";
import { findPerson } from "../hirers/find-person.ts";
import { readHirer } from "../hirers/read-hirer.ts";
import type { Services } from "../services.ts";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { nobodyFound, type PeopleOptions, peopleSubject } from "./people-subject.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

export interface PeopleEraseOptions extends PeopleOptions {
  readonly yes?: boolean;
}

/**
 * `neuadd people erase`: erases a hirer with all that names it, or takes a person out of the records of hirers. It can't
 * be undone, and does nothing without `--yes`. Prints `erased hirer schools <n> bookings <n>` or `erased person hirers <n>`.
 */
export async function peopleErase(
  terminal: Terminal,
  options: PeopleEraseOptions,
): Promise<ExitCode> {
  const subject = peopleSubject(options);
  return withServices(terminal, options, async ({ services }) => {
    if ("hirer" in subject) {
      await readHirer(services, subject.hirer);
      if (options.yes !== true) throw unconfirmed(1);
      const erasure = await eraseHirer(services, subject.hirer, {
        actor: "system",
        cause: "request",
      });
      return sayHirerErasure(terminal, erasure);
    }
    return eraseAddress(terminal, services, subject.email, options.yes === true);
  });
}

function sayHirerErasure(terminal: Terminal, erasure: HirerErasure): ExitCode {
  if (!erasure.isErased) {
    const details = erasure.live.map(({ school, booking }): Bilingual => {
      const line = `${school} ${booking}`;
      return { cy: line, en: line };
    });
    throw new CommandFault(
      EXIT_CODE.invalid,
      {
        cy: "Mae gan y llogwr archebion sydd i ddod, ac mae eu hangen at y contract; ni ddilëwyd dim. Tynnwch hwy'n ôl neu canslwch hwy'n gyntaf:",
        en: "The hirer has bookings to come, and they are needed for the contract; nothing was erased. Withdraw or cancel them first:",
      },
      { details },
    );
  }
  terminal.print(`erased hirer schools ${erasure.schools} bookings ${erasure.bookings}`);
  terminal.tell(REMEMBER);
  return EXIT_CODE.done;
}

async function eraseAddress(
  terminal: Terminal,
  services: Services,
  email: string,
  isConfirmed: boolean,
): Promise<ExitCode> {
  const appearances = await findPerson(services, email);
  if (appearances.length === 0) throw nobodyFound();
  if (!isConfirmed) throw unconfirmed(appearances.length);
  const { hirers, individuals } = await erasePerson(services, email, "system");
  terminal.print(`erased person hirers ${hirers.length}`);
  for (const hirer of individuals) {
    terminal.tell({
      cy: `Un person yw'r llogwr ${hirer}: mae ei enw a theitlau ei archebion yno o hyd. I'w dileu: neuadd people erase --hirer ${hirer} --yes`,
      en: `The hirer ${hirer} is one person: its name and the titles of its bookings are still there. To erase them: neuadd people erase --hirer ${hirer} --yes`,
    });
  }
  terminal.tell(REMEMBER);
  return EXIT_CODE.done;
}

function unconfirmed(count: number): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    cy: `Nifer y cofnodion llogwyr a newidid: ${count}. Ni ellir dadwneud hyn: ychwanegwch --yes i'w wneud.`,
    en: `${count} ${count === 1 ? "record of a hirer" : "records of hirers"} would be changed. This can't be undone: add --yes to do it.`,
  });
}

const REMEMBER: Bilingual = {
  cy: "Mae'r data mewn copïau wrth gefn hŷn o hyd: nodwch y dileu, a gwnewch ef eto os adferwch un ohonynt.",
  en: "The data is still in older backups: make a note of the erasure, and repeat it if you restore one of them.",
};
