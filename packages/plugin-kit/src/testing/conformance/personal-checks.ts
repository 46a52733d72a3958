import type { Hirer } from "@neuadd/core";
import { tablePrefix } from "../../host/table-prefix.ts";
import type { PersonalData } from "../../personal-data.ts";
import type { Plugin } from "../../plugin.ts";
import type { TestHost } from "../test-host.ts";
import { must, mustBeBilingual, onHost, type Check } from "./check.ts";
import { liveThroughSeason } from "./school-life.ts";

const LONGEST_KEPT_YEARS = 100;
const YEAR_MS = 366 * 86_400_000;

/** What stands of people in the tables is declared, given out, and erased; what is kept is kept for a reason and a time. */
export function personalChecks(
  makePlugin: () => Plugin,
  hold: (host: TestHost) => Promise<void>,
): Readonly<Record<string, Check>> {
  const { personalData } = makePlugin();
  const declared = (personalData?.holds ?? []).map(({ table }) => table);
  const kept = keptTables(personalData);
  return {
    "says why it keeps what it keeps, in both languages, and for how long": async () => {
      for (const { table, what, kept: duty } of personalData?.holds ?? []) {
        const prefix = tablePrefix(makePlugin().id);
        must(table.startsWith(prefix), `holds names "${table}", which is no table of its own.`);
        mustBeBilingual(what, `What ${table} holds`);
        if (duty === undefined) continue;
        mustBeBilingual(duty.reason, `Why ${table} is kept`);
        const years = duty.financialYears;
        must(
          years >= 0 && years <= LONGEST_KEPT_YEARS,
          `${table} is kept for ${years} years: say how many, at most ${LONGEST_KEPT_YEARS}.`,
        );
      }
    },

    "declares every table in which somebody stands, and gives out what is there": (open) =>
      onHost(open, async (host) => {
        await live(host, hold);
        const tables = await readTables(host);
        for (const hirer of host.hirers) {
          const words = wordsOf(host, hirer);
          for (const [table, rows] of tables) {
            const found = words.filter((word) => rows.includes(word));
            if (found.length === 0) continue;
            must(
              declared.includes(table),
              `${table} holds "${found[0]}": name it in personalData.holds.`,
            );
            const given = plainRow(JSON.stringify(await host.personal.exportHirer(hirer.id)));
            const missing = found.find((word) => !given.includes(word));
            must(missing === undefined, `export leaves out "${missing}", which is in ${table}.`);
          }
        }
      }),

    "erases a hirer and nobody else, keeps only what it says, and not for ever": (open) =>
      onHost(open, async (host) => {
        await live(host, hold);
        await eraseOneByOne(host, personalData);
      }),

    "erases one person of a hirer, and what was written about bookings whose time is over": (
      open,
    ) =>
      onHost(open, async (host) => {
        await live(host, hold);
        const club = host.hirers.find(({ category }) => category !== "individual");
        if (club !== undefined) {
          const { name, email } = club.contact;
          await host.personal.erasePerson(email);
          await mustBeGone(host, [name, email], kept);
        }
        const { id: school, bookings } = host.ledger();
        const titles = [...bookings.values()].map(({ title }) => title);
        await host.personal.eraseBookings([...bookings.keys()], school);
        await mustBeGone(host, titles, kept);
      }),
  };
}

async function eraseOneByOne(
  host: TestHost,
  personalData: PersonalData | undefined,
): Promise<void> {
  const kept = keptTables(personalData);
  const words = new Map(host.hirers.map((hirer) => [hirer.id, wordsOf(host, hirer)]));
  for (const [index, { id }] of host.hirers.entries()) {
    const others = host.hirers.slice(index + 1);
    const before = await Promise.all(others.map((one) => host.personal.exportHirer(one.id)));
    await host.personal.eraseHirer(id);
    const after = await Promise.all(others.map((one) => host.personal.exportHirer(one.id)));
    must(
      JSON.stringify(after) === JSON.stringify(before),
      `Erasing ${id} must leave what is held of others as it was.`,
    );
    await mustBeGone(host, words.get(id) ?? [], kept);
    const once = await host.dump();
    await host.personal.eraseHirer(id);
    must((await host.dump()) === once, "Erasing twice must come to the same as once.");
  }
  await host.deliver();
  await host.deliverAgain();
  for (const own of words.values()) await mustBeGone(host, own, kept);
  host.setNow(host.host.now() + (longestKept(personalData) + 2) * YEAR_MS);
  await host.personal.expire();
  for (const own of words.values()) await mustBeGone(host, own, new Set());
}

async function live(host: TestHost, hold: (host: TestHost) => Promise<void>): Promise<void> {
  await liveThroughSeason(host);
  await host.deliver();
  await hold(host);
  for (const { id } of host.parts.jobs ?? []) await host.runJob(id);
}

/** Everything that tells who a hirer is, and what its people wrote. */
function wordsOf(host: TestHost, { id, name, contact, members }: Hirer): string[] {
  const titles = [...host.ledger().bookings.values()]
    .filter(({ hirer }) => hirer === id)
    .map(({ title }) => title);
  const people = members.flatMap((member) => [member.name, member.email]);
  const words = [
    name,
    contact.name,
    contact.email,
    contact.telephone ?? name,
    ...people,
    ...titles,
  ];
  return [...new Set(words)];
}

async function mustBeGone(
  host: TestHost,
  words: readonly string[],
  keptTables: ReadonlySet<string>,
): Promise<void> {
  for (const [table, rows] of await readTables(host)) {
    const left = keptTables.has(table) ? undefined : words.find((word) => rows.includes(word));
    must(
      left === undefined,
      `${table} holds "${left}" still: erase it, or say in personalData.holds why it is kept.`,
    );
  }
}

/** By table, its rows as text. */
async function readTables(host: TestHost): Promise<Map<string, string>> {
  const tables = (await host.dump()).split("\n\n");
  return new Map(
    tables.map((text) => {
      const [table = "", ...rows] = text.split("\n");
      return [table, rows.map(plainRow).join("\n")];
    }),
  );
}

/** JSON that stands in JSON, as people's words stand in a document that is a column, is looked through as well. */
function plainRow(row: string): string {
  return row.replaceAll("\\", "");
}

function keptTables(personalData: PersonalData | undefined): ReadonlySet<string> {
  const holds = personalData?.holds ?? [];
  return new Set(holds.filter(({ kept }) => kept !== undefined).map(({ table }) => table));
}

function longestKept(personalData: PersonalData | undefined): number {
  return Math.max(0, ...(personalData?.holds ?? []).map(({ kept }) => kept?.financialYears ?? 0));
}
