import type { LedgerEvent } from "@neuadd/plugin-kit";
import { expect, it, onTestFinished, vi } from "vitest";
import { bookedSchool } from "../../test/fixtures/booked-school.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { listDeadLetters, wantDeadLetters } from "./dead-letters.ts";
import { type DeliveryOptions, startEventDelivery } from "./event-delivery.ts";

/** A school whose requests are delivered to one listener, which fails as long as it is told to. */
async function openWorld(options: DeliveryOptions = {}) {
  const { services, request } = await bookedSchool();
  const seen: number[] = [];
  const state = { isFailing: true, error: "No room." };
  const listen = ({ revision }: LedgerEvent): void => {
    if (state.isFailing) throw new Error(state.error);
    seen.push(revision);
  };
  const listeners = new Map([["feeds", { "booking.requested": listen }]]);
  const delivery = await startEventDelivery(services, listeners, {
    pollMs: 20,
    mostAttempts: 1,
    ...options,
  });
  onTestFinished(() => delivery.close());
  const book = (hour: number) => request({ startTime: `${hour}:00`, endTime: `${hour + 1}:00` });
  const letters = () => listDeadLetters(services.store, {});
  return {
    services,
    delivery,
    seen,
    state,
    letters,
    book,
    /** Asks for a booking; answers its revision, once it is a dead letter. */
    bury: async (hour: number): Promise<number> => {
      const { revision } = await book(hour);
      delivery.wake(SCHOOL);
      const isBuried = async () =>
        expect((await letters()).map((letter) => letter.revision)).toContain(revision);
      await vi.waitFor(isBuried, 10_000);
      return revision;
    },
  };
}

it("says which entries a listener could not take, and why", async () => {
  const { services, letters, bury } = await openWorld();
  const revision = await bury(17);
  expect(await letters()).toEqual([
    {
      school: SCHOOL,
      listener: "feeds",
      revision,
      ordinal: 0,
      type: "booking.requested",
      error: "Error: No room.",
      failedAt: services.clock.now(),
    },
  ]);
  expect(await listDeadLetters(services.store, { school: "nowhere" })).toEqual([]);
  expect(await listDeadLetters(services.store, { listener: "webhooks" })).toEqual([]);
});

it("hands them over again once they are wanted, the oldest first, and forgets those that are taken", async () => {
  const { services, state, seen, letters, bury } = await openWorld();
  const buried = [await bury(17), await bury(18), await bury(19)];
  state.isFailing = false;
  expect(await wantDeadLetters(services.store, { listener: "webhooks" }, 1)).toBe(0);
  expect(await wantDeadLetters(services.store, { school: SCHOOL }, 1)).toBe(3);
  await vi.waitFor(async () => expect(await letters()).toEqual([]), 10_000);
  expect(seen).toEqual(buried);
});

it("keeps one that fails again, with what was said then, until somebody asks again", async () => {
  const { services, state, letters, bury } = await openWorld();
  await bury(17);
  state.error = "Still no room.";
  await wantDeadLetters(services.store, {}, 1);
  await vi.waitFor(async () => {
    const [letter] = await letters();
    expect(letter).toMatchObject({ error: "Error: Still no room." });
    expect(letter).not.toHaveProperty("wantedAt");
  }, 10_000);
});

it("does not hold up what is new, nor is it held up by it", async () => {
  const { services, delivery, state, seen, letters, book } = await openWorld({
    mostAttempts: 13,
  });
  // The next entry waits for another attempt, for a second or more.
  const waiting = await book(17);
  delivery.wake(SCHOOL);
  await vi.waitFor(async () => {
    const cursors = services.store.database.selectFrom("listener_cursors").select("attempts");
    expect(await cursors.execute()).toEqual([{ attempts: 1 }]);
  }, 10_000);
  await services.store.database
    .insertInto("dead_letters")
    .values({
      school_id: SCHOOL,
      listener_id: "feeds",
      revision: 1,
      ordinal: 0,
      error: "",
      failed_at: 0,
      wanted_at: 1,
    })
    .execute();
  // Of a kind that the listener has no ear for: it stays, and says why.
  await vi.waitFor(async () => {
    expect((await letters())[0]?.error).toContain("does not listen to school.imported");
  }, 10_000);
  expect(seen).toEqual([]);
  state.isFailing = false;
  services.clock.advance(60_000);
  delivery.wake(SCHOOL);
  await vi.waitFor(() => expect(seen).toEqual([waiting.revision]), 10_000);
});

it("hands over what has come in before the server ends", async () => {
  const { delivery, state, seen, book } = await openWorld();
  state.isFailing = false;
  const revisions = [];
  for (const hour of [17, 18, 19, 20]) revisions.push((await book(hour)).revision);
  delivery.wake(SCHOOL);
  await delivery.close();
  expect(seen).toEqual(revisions);
});
