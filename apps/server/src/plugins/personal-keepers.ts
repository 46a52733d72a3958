import type {
  DataSubject,
  HeldData,
  HeldRecord,
  PersonalData,
  PersonalDataContext,
  PersonalDataLimits,
  Plugin,
} from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { Services } from "../services.ts";
import { ownTables, type OwnTablesOptions } from "./own-tables.ts";
import { PluginError } from "./plugin-error.ts";

/** What all plugins hold about people, given out and erased by each in its own tables. */
export interface PersonalKeepers {
  /** By plugin, what stands where, and why it is kept if it is; only those that hold anything. */
  readonly holds: ReadonlyMap<string, readonly HeldData[]>;
  /** By plugin, all that is held of the subject; only those that hold any. */
  export(subject: DataSubject): Promise<Readonly<Record<string, readonly HeldRecord[]>>>;
  erase(subject: DataSubject): Promise<void>;
  /** Erases what is past its time. Answers how many rows. */
  expire(limits: PersonalDataLimits): Promise<number>;
}

export interface PersonalKeepersParts {
  readonly services: Pick<Services, "store" | "clock" | "logger">;
  readonly options: OwnTablesOptions;
}

/**
 * For plugins whose tables have been migrated; none needs to be set up. When one fails, the others have their turn all the
 * same; then PluginError PERSONAL_DATA_FAILED names it. Everything may be asked again.
 */
export function personalKeepers(
  plugins: readonly Pick<Plugin, "id" | "personalData">[],
  parts: PersonalKeepersParts,
): PersonalKeepers {
  const keepers = plugins.flatMap(({ id, personalData }) =>
    personalData === undefined ? [] : [{ id, personalData }],
  );
  async function ask<Answer>(
    question: (personalData: PersonalData, context: PersonalDataContext) => Promise<Answer>,
  ): Promise<[string, Answer][]> {
    const answers: [string, Answer][] = [];
    const faults: PluginError[] = [];
    for (const { id, personalData } of keepers) {
      try {
        answers.push([id, await question(personalData, personalContext(id, parts))]);
      } catch (error) {
        parts.services.logger.error({ err: error, plugin: id }, "Personal data of a plugin failed");
        faults.push(failed(id, error));
      }
    }
    const [fault] = faults;
    if (fault !== undefined) throw fault;
    return answers;
  }
  return {
    holds: new Map(keepers.map(({ id, personalData }) => [id, personalData.holds])),
    async export(subject) {
      const held = await ask((personalData, context) => personalData.export(context, subject));
      return Object.fromEntries(held.filter(([, records]) => records.length > 0));
    },
    async erase(subject) {
      await ask((personalData, context) => personalData.erase(context, subject));
    },
    async expire(limits) {
      const counts = await ask(
        async (personalData, context) => (await personalData.expire?.(context, limits)) ?? 0,
      );
      return counts.reduce((sum, [, count]) => sum + count, 0);
    },
  };
}

/** The tables of one plugin, at the present time. */
export function personalContext(
  plugin: string,
  { services: { store, clock }, options }: PersonalKeepersParts,
): PersonalDataContext {
  const tables = ownTables<object>(store.database, plugin, options);
  return {
    tables: <Tables extends object>() => tables as unknown as Kysely<Tables>,
    now: clock.now(),
  };
}

function failed(plugin: string, cause: unknown): PluginError {
  return new PluginError(
    "PERSONAL_DATA_FAILED",
    plugin,
    {
      en: `What the plugin "${plugin}" holds about people could not be given out or erased; the log says why. Do it again once that is put right: what was done stays done.`,
      cy: `Ni ellid rhoi na dileu'r hyn a ddeil yr ategyn "${plugin}" am bobl; dywed y cofnod pam. Gwnewch ef eto ar ôl cywiro hynny: mae'r hyn a wnaed yn aros.`,
    },
    { cause },
  );
}
