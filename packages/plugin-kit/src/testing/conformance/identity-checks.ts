import { isPluginId, LONGEST_PLUGIN_ID } from "../../host/plugin-id.ts";
import type { Plugin } from "../../plugin.ts";
import { must, onHost, type Check } from "./check.ts";
import { liveThroughSeason, TITLES } from "./school-life.ts";

/** Its id, its start and its end, and what it says of persons. */
export function identityChecks(makePlugin: () => Plugin): Readonly<Record<string, Check>> {
  return {
    "has an id that routes, tables and codes can begin with": async () => {
      const { id } = makePlugin();
      must(
        isPluginId(id),
        `"${id}" must be at most ${LONGEST_PLUGIN_ID} lower-case letters, digits and single hyphens, beginning with a letter.`,
      );
    },

    "is set up again on what it has stored, and changes nothing by that": (open) =>
      onHost(open, async (host) => {
        await liveThroughSeason(host);
        await host.deliver();
        const before = await host.dump();
        await host.restart();
        must((await host.dump()) === before, "A start must not change the tables of the plugin.");
      }),

    "writes no name, address or title of a hirer to the log": (open) =>
      onHost(open, async (host) => {
        await liveThroughSeason(host);
        await host.deliver();
        for (const { id } of host.parts.jobs ?? []) await host.runJob(id);
        const log = host.logs.map(({ message, details }) => `${message} ${details}`).join("\n");
        const personal = host.hirers.flatMap(({ name, contact, members }) => [
          name,
          contact.name,
          contact.email,
          contact.telephone ?? name,
          ...members.flatMap((member) => [member.name, member.email]),
        ]);
        for (const text of [...personal, ...Object.values(TITLES)]) {
          must(!log.includes(text), `The log must hold ids in place of "${text}".`);
        }
      }),

    "leaves nothing running when it is closed": async (open) => {
      const before = running();
      await onHost(open, async (host) => {
        await liveThroughSeason(host);
        await host.deliver();
      });
      let left = leftOf(before);
      // What was closed is gone after a few turns of the event loop.
      for (let turn = 0; left.length > 0 && turn < MOST_TURNS; turn += 1) {
        await new Promise((done) => setImmediate(done));
        left = leftOf(before);
      }
      must(left.length === 0, `close() must end everything; still running: ${left.join(", ")}.`);
    },
  };
}

/** Timers and sockets that keep the process alive. */
function running(): string[] {
  return process.getActiveResourcesInfo().filter((kind) => /Timeout|TCP|UDP|TLS/.test(kind));
}

const MOST_TURNS = 1000;

/** What runs beyond what ran before. */
function leftOf(before: readonly string[]): string[] {
  const known = [...before];
  return running().filter((kind) => {
    const index = known.indexOf(kind);
    if (index >= 0) known.splice(index, 1);
    return index < 0;
  });
}
