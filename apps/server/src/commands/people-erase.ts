import type { Bilingual } from "@neuadd/core";
import { hirerSubject, personSubject } from "../hirers/data-subject.ts";
import { eraseHirer, type HirerErasure } from "../hirers/erase-hirer.ts";
import { erasePerson } from "../hirers/erase-person.ts";
import { findPerson } from "../hirers/find-person.ts";
import { readHirer } from "../hirers/read-hirer.ts";
import type { PersonalKeepers } from "../plugins/personal-keepers.ts";
import type { Services } from "../services.ts";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { nobodyFound, type PeopleOptions, peopleSubject } from "./people-subject.ts";
import { tellKept } from "./tell-kept.ts";
import type { Terminal } from "./terminal.ts";
import { withKeepers } from "./with-keepers.ts";

export interface PeopleEraseOptions extends PeopleOptions {
  readonly yes?: boolean;
}

/**
 * `neuadd people erase`: erases a hirer with all that names it, or takes a person out of the records of hirers, in the tables
 * of plugins too. It can't be undone, and does nothing without `--yes`. Prints `erased hirer schools <n> bookings <n>` or
 * `erased person hirers <n>`, and says what a plugin keeps, and why.
 */
export async function peopleErase(
  terminal: Terminal,
  options: PeopleEraseOptions,
): Promise<ExitCode> {
  const subject = peopleSubject(options);
  return withKeepers(terminal, options, async (services, keepers) => {
    if ("email" in subject) {
      return eraseAddress({ terminal, services, keepers }, subject.email, options.yes === true);
    }
    const { hirer } = subject;
    await readHirer(services, hirer);
    if (options.yes !== true) throw unconfirmed(1);
    const asked = { actor: "system", cause: "request", keepers } as const;
    sayHirerErasure(terminal, await eraseHirer(services, hirer, asked));
    await tellKept(terminal, keepers, await hirerSubject(services, hirer));
    terminal.tell(REMEMBER);
    return EXIT_CODE.done;
  });
}

function sayHirerErasure(terminal: Terminal, erasure: HirerErasure): void {
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
}

interface Desk {
  readonly terminal: Terminal;
  readonly services: Services;
  readonly keepers: PersonalKeepers;
}

async function eraseAddress(
  { terminal, services, keepers }: Desk,
  email: string,
  isConfirmed: boolean,
): Promise<ExitCode> {
  const appearances = await findPerson(services, email);
  if (appearances.length === 0) throw nobodyFound();
  if (!isConfirmed) throw unconfirmed(appearances.length);
  const asked = { actor: "system", keepers } as const;
  const { hirers, individuals } = await erasePerson(services, email, asked);
  terminal.print(`erased person hirers ${hirers.length}`);
  for (const appearance of appearances) {
    await tellKept(terminal, keepers, await personSubject(services, appearance, email));
  }
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
