import { definePlugin, type PluginHost } from "@neuadd/plugin-kit";
import { expect, it } from "vitest";
import { makeApi } from "../../test/fixtures/make-api.ts";
import { flushesCommits, flushingCommits } from "../store/commit-flush.ts";

it("runs a timer that a listener set as no part of it: what it writes waits for the disk", async () => {
  const hosts: PluginHost[] = [];
  const setup = (host: PluginHost) => {
    hosts.push(host);
    return {};
  };
  const api = await makeApi({ plugins: [definePlugin({ id: "diary", setup })] });
  const isFlushed = await new Promise((resolve) => {
    flushingCommits(false, () => hosts[0]?.schedule(0, () => resolve(flushesCommits())));
  });
  expect(isFlushed).toBe(true);
  await api.services.store.close();
});
