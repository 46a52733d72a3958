import { openTestHost } from "@neuadd/plugin-kit/testing";
import { expect, it, onTestFinished } from "vitest";
import { quietHours } from "./index.ts";

async function open() {
  const host = await openTestHost(quietHours());
  onTestFinished(() => host.close());
  const [form] = await host.forms("readings");
  if (form === undefined) throw new Error("The page must have a form.");
  return {
    host,
    send: (decibels: string) =>
      host.send("readings", { ...form, values: { ...form.values, decibels } }),
  };
}

it("keeps a reading that is handed in at the desk", async () => {
  const { host, send } = await open();
  expect((await send("54")).done?.en).toBe("The reading is kept for four weeks.");
  expect(await host.api.readings(host.school)).toBe(1);
  expect(await host.page("readings", "cy")).toContain("Darlleniadau a gedwir: 1");
});

it.each(["", "loud", "1000"])("keeps nothing of %j, and says so beside the field", async (text) => {
  const { host, send } = await open();
  expect([...((await send(text)).faults?.keys() ?? [])]).toEqual(["decibels"]);
  expect(await host.api.readings(host.school)).toBe(0);
});
