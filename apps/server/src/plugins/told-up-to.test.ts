import { expect, it, onTestFinished, vi } from "vitest";
import { bookedSchool } from "../../test/fixtures/booked-school.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { wantDeadLetters } from "./dead-letters.ts";
import { startEventDelivery } from "./event-delivery.ts";
import { toldUpTo } from "./told-up-to.ts";

async function openWorld() {
  const { services, request } = await bookedSchool();
  const state = { isFailing: false };
  const listen = () => {
    if (state.isFailing) throw new Error("No room.");
  };
  const told = () => toldUpTo(services.store, "feeds", SCHOOL);
  return {
    services,
    state,
    told,
    book: async (hour: number) =>
      (await request({ startTime: `${hour}:00`, endTime: `${hour + 1}:00` })).revision,
    deliver: async () => {
      const listeners = new Map([["feeds", { "booking.requested": listen }]]);
      const options = { pollMs: 20, mostAttempts: 1 };
      const delivery = await startEventDelivery(services, listeners, options);
      onTestFinished(() => delivery.close());
    },
  };
}

it("is 0 for a listener that nothing is known of", async () => {
  const { told } = await openWorld();
  expect(await told()).toBe(0);
});

it("is the present revision for one that begins, and is never ahead of what it has taken", async () => {
  const { services, told, book, deliver } = await openWorld();
  const before = await book(17);
  await deliver();
  expect(await told()).toBe(before);
  await book(18);
  const last = await book(19);
  services.announce(SCHOOL);
  // Whether the last revision is whole can't be told from the entries alone.
  await vi.waitFor(async () => expect(await told()).toBe(last - 1), 10_000);
});

it("stays before an entry that the listener could not take, until it has taken it after all", async () => {
  const { services, state, told, book, deliver } = await openWorld();
  await deliver();
  state.isFailing = true;
  const buried = await book(17);
  await vi.waitFor(async () => {
    const letters = await services.store.database.selectFrom("dead_letters").selectAll().execute();
    expect(letters).toHaveLength(1);
  }, 10_000);
  state.isFailing = false;
  await book(18);
  const last = await book(19);
  const cursor = services.store.database.selectFrom("listener_cursors").select("revision");
  await vi.waitFor(
    async () => expect(await cursor.execute()).toEqual([{ revision: last }]),
    10_000,
  );
  expect(await told()).toBe(buried - 1);
  await wantDeadLetters(services.store, {}, 1);
  await vi.waitFor(async () => expect(await told()).toBe(last - 1), 10_000);
});
