import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Finding, validate } from "@openactive/data-model-validator";
import { RpdeValidator } from "@openactive/rpde-validator";
import { openTestHost, type TestHost } from "@neuadd/plugin-kit/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FEED_NAMES } from "../src/feeds.ts";
import { openActive, type OpenActiveApi } from "../src/index.ts";
import { publication, SCHOOL } from "./published-school.ts";
import { scriptedPrices } from "./scripted-prices.ts";
import { walkPages } from "./walk-feed.ts";

let server: Server;
let host: TestHost<OpenActiveApi>;

/** The routes of the plugin on a port of this machine, as the validator of feeds wants them. */
beforeAll(async () => {
  server = createServer((request, response) => void answer(request.url ?? "/", response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  host = await openTestHost(openActive({ daysAhead: 7, pricesFrom: "prices" }), {
    publicUrl: `http://127.0.0.1:${port}`,
    apis: { prices: scriptedPrices() },
  });
  await host.api.publish(SCHOOL, publication);
  const { id } = await host.ledger().request({
    hirer: "hir_clwb",
    title: "Badminton",
    activity: "badminton",
    space: "sports-hall-a",
    first: "2026-08-27",
    startTime: "18:00",
    endTime: "19:30",
  });
  await host.ledger().approve(id);
  await host.deliver();
  // So that there are deleted records too.
  host.setNow(host.host.now() + 86_400_000);
  await host.runJob("move-on");
});

afterAll(async () => {
  await host.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

async function answer(path: string, response: ServerResponse): Promise<void> {
  const given = await host.routes.request(path);
  response.writeHead(given.status, Object.fromEntries(given.headers));
  response.end(await given.text());
}

function failures(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === "failure");
}

describe("OpenActive's own validators", () => {
  it.each(FEED_NAMES)("find no failure in any object of %s", async (feed) => {
    const items = (await walkPages(host, feed)).flatMap((page) => page.items);
    const objects = items.flatMap(({ data }) => (data === undefined ? [] : [data]));
    expect(objects.length).toBeGreaterThan(1);
    for (const object of objects) expect(failures(await validate(object))).toEqual([]);
  });

  it("find the fault of an object that has one", async () => {
    const [page] = await walkPages(host, "facility-use-slots");
    const slot = page?.items.find(({ data }) => data !== undefined)?.data;
    const offers = [{ "@type": "Offer", ageRestriction: { maxValue: "16" } }];
    for (const fault of [{ remainingUses: undefined }, { offers: [] }, { offers }]) {
      expect(failures(await validate({ ...slot, ...fault })).length).toBeGreaterThan(0);
    }
  });

  it.each(FEED_NAMES)("walk the live feed of %s to its end without a failure", async (feed) => {
    const url = `${host.host.publicUrl}/v1/x/openactive/schools/${SCHOOL}/feeds/${feed}`;
    const { pages } = await RpdeValidator(url, { timeoutMs: 10_000, pageLimit: 20 });
    expect(pages.length).toBeGreaterThan(1);
    const findings = pages.flatMap((page) => page.errors).map(({ data }) => data);
    expect(failures(findings)).toEqual([]);
  });

  it("find no failure in the dataset of the dataset site", async () => {
    const html = await (await host.request(`/schools/${SCHOOL}`)).text();
    const json = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)?.[1] ?? "";
    const dataset: unknown = JSON.parse(json);
    expect(dataset).toMatchObject({
      "@type": "Dataset",
      license: expect.stringContaining("by/4.0"),
    });
    expect(failures(await validate(dataset))).toEqual([]);
  });
});
