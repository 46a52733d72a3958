import { must, onHost, type Check } from "./check.ts";
import { liveThroughSeason } from "./school-life.ts";

/** Work that follows what has happened, and work by the clock. */
export function listenerChecks(): Readonly<Record<string, Check>> {
  return {
    "may be told everything twice, also after a restart": (open) =>
      onHost(open, async (host) => {
        await liveThroughSeason(host);
        await host.deliver();
        const once = await host.dump();
        await host.deliverAgain();
        must((await host.dump()) === once, "An entry that comes again must change nothing.");
        await host.restart();
        await host.deliverAgain();
        must(
          (await host.dump()) === once,
          "An entry that comes again after a restart must change nothing.",
        );
      }),

    "take no offence at a booking that is gone on since": (open) =>
      onHost(open, async (host) => {
        // The whole season has passed before the first entry is heard of.
        await liveThroughSeason(host);
        host.setNow(host.host.now() + 365 * 86_400_000);
        await host.deliver();
      }),

    "run when nothing has happened yet, and twice": (open) =>
      onHost(open, async (host) => {
        for (const { id } of host.parts.jobs ?? []) {
          await host.runJob(id);
          await host.runJob(id);
        }
      }),
  };
}
