import { CommandFault } from "./command-fault.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE } from "./exit-code.ts";

export interface PeopleOptions extends SettingOptions {
  readonly hirer?: string;
  readonly email?: string;
}

/** Whom a command is about: a hirer by its id, or a person by an e-mail address. */
export type PeopleSubject = { readonly hirer: string } | { readonly email: string };

/** Throws CommandFault unless exactly one of the two is given. */
export function peopleSubject({ hirer, email }: PeopleOptions): PeopleSubject {
  if (hirer !== undefined && email === undefined) return { hirer };
  if (email !== undefined && hirer === undefined && email.includes("@")) return { email };
  throw new CommandFault(EXIT_CODE.invalid, {
    cy: "Dywedwch pwy: --hirer â dynodydd llogwr, neu --email â chyfeiriad person, ond nid y ddau.",
    en: "Say whom: --hirer with the id of a hirer, or --email with a person's address, and not both.",
  });
}

export function nobodyFound(): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    cy: "Nid yw'r cyfeiriad hwnnw yng nghofnod unrhyw logwr.",
    en: "That address is in the record of no hirer.",
  });
}
