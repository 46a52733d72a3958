import { describe, expect, it } from "vitest";
import { defaultPlugins } from "../../src/default-configuration.ts";
import { startEventDelivery } from "../../src/plugins/event-delivery.ts";
import { makeApi, type TestApi } from "../fixtures/make-api.ts";
import { publication } from "../fixtures/publication.ts";
import { readFeed } from "../fixtures/read-feed.ts";
import { SCHOOL } from "../fixtures/school-definition.ts";
import { holdCommits } from "./held-commits.ts";
import { takeSchema } from "./postgres-schema.ts";

const HOUR = 3_600_000;
const OPEN_DATA = `/v1/x/openactive/schools/${SCHOOL}`;
const SLOTS_OF_PARTS = `${OPEN_DATA}/feeds/individual-facility-use-slots`;
const FEEDS = [SLOTS_OF_PARTS, `${OPEN_DATA}/feeds/facility-use-slots`];

/** Keeps a copy of feeds, as a reader does: what is there, by feed and id. */
class Reader {
  readonly copy = new Map<string, string>();
  readonly #ends = new Map(FEEDS.map((feed) => [feed, feed]));
  readonly #api: TestApi;

  constructor(api: TestApi) {
    this.#api = api;
  }

  /** Reads every feed to its end, from where it was. */
  async readOn(): Promise<void> {
    for (const [feed, from] of this.#ends) {
      const { items, end } = await readFeed(this.#api, from);
      for (const { id, data } of items) {
        if (data === undefined) this.copy.delete(`${feed} ${id}`);
        else this.copy.set(`${feed} ${id}`, JSON.stringify(data));
      }
      this.#ends.set(feed, end);
    }
  }
}

describe("a reader of open data between two writers", () => {
  it("loses nothing: it has in the end what one has who begins then", async () => {
    const schema = await takeSchema({ isFresh: true });
    const api = await makeApi({
      store: schema.open(),
      plugins: defaultPlugins(),
      // The first writer is held for as long as the reader reads, on however busy a machine.
      pluginOptions: { limits: { transactionLimitMs: 60_000 } },
    });
    const { services, plugins } = api;
    const put = await api.call(`PUT ${OPEN_DATA}/publication`, { as: "school", body: publication });
    expect(put.status).toBe(204);
    const reader = new Reader(api);
    await reader.readOn();
    expect(reader.copy.size).toBeGreaterThan(500);

    const delivery = await startEventDelivery(services, plugins.listeners);
    const commits = await holdCommits(schema.url, {
      table: "openactive_items",
      queue: "openactive_schools",
    });
    const booking = await api.approve(await api.book());
    // The first tells of the booking. By the time of the second that is cancelled, and slots have begun: but for what the
    // first has yet to commit, the two have nothing in common.
    delivery.wake(SCHOOL);
    await commits.untilOneWaits();
    const headers = { "if-match": `"${booking.revision}"` };
    const cancel = `POST bookings/${booking.id}/cancel`;
    expect((await api.call(cancel, { as: "hirer", headers, body: {} })).status).toBe(200);
    services.clock.advance(3 * HOUR);
    const job = plugins.jobs.find(({ plugin }) => plugin === "openactive");
    const moved = Promise.resolve(job?.run(services.clock.now()));
    // Whether it waits for the first, as it should, or goes past it: the reader comes now.
    await Promise.race([commits.untilAWriterWaits(), moved]);
    await reader.readOn();

    await commits.release();
    await moved;
    await delivery.close();
    await reader.readOn();
    const fresh = new Reader(api);
    await fresh.readOn();
    const others = [...fresh.copy].filter(([id, data]) => reader.copy.get(id) !== data);
    expect(others).toEqual([]);
    expect([...reader.copy.keys()].filter((id) => !fresh.copy.has(id))).toEqual([]);
    // And so it is: what was cancelled is free again, what has begun is gone.
    expect(fresh.copy.get(`${SLOTS_OF_PARTS} sports-hall-a.2026-09-08.1800`)).toContain(
      '"remainingUses":1',
    );
    expect(fresh.copy.has(`${SLOTS_OF_PARTS} sports-hall-a.2026-08-24.1000`)).toBe(false);
    await plugins.close();
  });
});
