import { definePlugin, ERASED_TEXT, type PersonalData, type Plugin } from "@neuadd/plugin-kit";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeApi, type TestApi } from "../../test/fixtures/make-api.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { eraseHirer } from "../hirers/erase-hirer.ts";
import { erasePerson } from "../hirers/erase-person.ts";
import { expirePersonalData } from "../hirers/expire-personal-data.ts";
import { exportHirer } from "../hirers/export-hirer.ts";
import { readHirer } from "../hirers/read-hirer.ts";
import { DEFAULT_RETENTION } from "../hirers/retention-periods.ts";
import { cancelBooking, declineBooking } from "../ledger/end-booking.ts";
import { readBooking } from "../ledger/read-booking.ts";
import { readEvents } from "../ledger/read-events.ts";

interface NoteTables {
  notes_kept: { hirer: string; booking: string; text: string };
}

const personalData: PersonalData = {
  holds: [{ table: "notes_kept", what: { cy: "Nodiadau.", en: "Notes." } }],
  async export({ tables }, subject) {
    const rows = await tables<NoteTables>().selectFrom("notes_kept").selectAll().execute();
    const own = rows.filter(
      ({ hirer, booking }) =>
        (subject.kind !== "bookings" && subject.hirer === hirer) ||
        subject.bookings.some((one) => one.booking === booking),
    );
    return own.map((record) => ({ table: "notes_kept", record }));
  },
  async erase({ tables }, subject) {
    if (subject.kind === "person") {
      const mine = tables<NoteTables>().updateTable("notes_kept").set({ text: ERASED_TEXT });
      await mine.where("text", "like", `%${subject.email}%`).execute();
      return;
    }
    const bookings = subject.bookings.map(({ booking }) => booking);
    if (bookings.length === 0) return;
    await tables<NoteTables>().deleteFrom("notes_kept").where("booking", "in", bookings).execute();
  },
};

/** Notes for each request who has asked, and for what. */
function notes(change: Partial<PersonalData> = {}): Plugin {
  return definePlugin({
    id: "notes",
    migrations: {
      "0001_kept": {
        up: (database) =>
          database.schema
            .createTable("notes_kept")
            .addColumn("hirer", "text", (column) => column.notNull())
            .addColumn("booking", "text", (column) => column.primaryKey())
            .addColumn("text", "text", (column) => column.notNull())
            .execute(),
      },
    },
    personalData: { ...personalData, ...change },
    setup: (host) => ({
      on: {
        async "booking.requested"({ school, data }) {
          const booking = await host.reads.booking(school, String(data["booking"]));
          const hirer = await host.reads.hirer(booking?.hirer ?? "");
          if (booking === undefined || hirer === undefined) return;
          const text = `${booking.title}, ${hirer.name}, ${hirer.contact.email}`;
          await host
            .tables<NoteTables>()
            .insertInto("notes_kept")
            .values({ hirer: hirer.id, booking: booking.id, text })
            .onConflict((conflict) => conflict.column("booking").doUpdateSet({ text }))
            .execute();
        },
      },
    }),
  });
}

/** The real server with the plugin, whose listeners are told of everything by hand. */
async function open(change?: Partial<PersonalData>) {
  const api = await makeApi({ plugins: [notes(change)] });
  const { services, plugins, hirer } = api;
  onTestFinished(() => services.store.close());
  const keepers = plugins.personalData;
  return {
    api,
    services,
    hirer: hirer.id,
    keepers,
    asked: { actor: "system", cause: "request", keepers } as const,
    deliver: () => deliver(api),
    notes: async () =>
      (await exportHirer(services, hirer.id, keepers)).plugins["notes"]?.map(
        ({ record }) => record["text"],
      ) ?? [],
    cancel: async (id: string) => {
      const { revision } = await readBooking(services, SCHOOL, id);
      return cancelBooking(services, SCHOOL, "system", id, { revision, by: "school" });
    },
  };
}

async function deliver({ services, plugins: { listeners } }: TestApi): Promise<void> {
  for (const event of await readEvents(services, SCHOOL, 0, 1000)) {
    await listeners.get("notes")?.[event.type]?.(event);
  }
}

const NOTE = "Badminton nos Fawrth, Clwb Badminton y Bryn, clwb@example.org";

describe("what plugins hold about people", () => {
  it("is given out with a hirer, and erased with it at once", async () => {
    const { api, services, hirer, asked, notes: held, deliver, cancel } = await open();
    const booking = await api.approve(await api.book());
    await deliver();
    expect(await held()).toEqual([NOTE]);
    await cancel(booking.id);
    expect(await eraseHirer(services, hirer, asked)).toMatchObject({ isErased: true });
    expect(await held()).toEqual([]);
  });

  it("is erased again when the ledger tells of it: with what a listener wrote of entries of before", async () => {
    const { api, services, hirer, asked, notes: held, deliver, cancel } = await open();
    const booking = await api.approve(await api.book());
    await cancel(booking.id);
    await eraseHirer(services, hirer, asked);
    // The listener hears of the request only now, and of the erasure after it.
    await deliver();
    expect(await held()).toEqual([]);
  });

  it("is erased with bookings whose time is over, and by the plugin itself what is past its own", async () => {
    const limits: object[] = [];
    const expire: PersonalData["expire"] = async (_context, given) => limits.push(given);
    const { api, services, keepers, notes: held, deliver } = await open({ expire });
    const declined = await api.book();
    const by = { by: "school", revision: declined.revision } as const;
    await declineBooking(services, SCHOOL, "system", declined.id, by);
    await deliver();
    expect(await held()).toEqual([NOTE]);
    services.clock.set(Date.parse("2027-09-01T00:00:00Z"));
    const expired = await expirePersonalData(services, DEFAULT_RETENTION, keepers);
    expect(expired).toMatchObject({ bookings: 1, ofPlugins: 1 });
    expect(await held()).toEqual([]);
    expect(limits).toEqual([
      {
        enquiriesBefore: Date.parse("2026-09-01T00:00:00Z"),
        bookingsBefore: Date.parse("2021-04-01T00:00:00Z"),
      },
    ]);
  });

  it("keeps nothing else from being erased when its time is over and a plugin fails, and is erased by the ledger then", async () => {
    let isFailing = true;
    const world = await open({
      async erase(context, subject) {
        if (isFailing) throw new Error("secret");
        await personalData.erase(context, subject);
      },
    });
    const { api, services, keepers, notes: held, deliver } = world;
    const declined = await api.book();
    const by = { by: "school", revision: declined.revision } as const;
    await declineBooking(services, SCHOOL, "system", declined.id, by);
    await deliver();
    services.clock.set(Date.parse("2027-09-01T00:00:00Z"));
    const expiring = expirePersonalData(services, DEFAULT_RETENTION, keepers);
    await expect(expiring).rejects.toMatchObject({ code: "PERSONAL_DATA_FAILED" });
    expect((await readBooking(services, SCHOOL, declined.id)).title).toBe(ERASED_TEXT);
    expect((await readHirer(services, api.otherHirer.id)).name).toBe(ERASED_TEXT);
    expect(await held()).toEqual([NOTE]);
    isFailing = false;
    await deliver();
    expect(await held()).toEqual([]);
  });

  it("is rid of one person, while the hirer and its bookings stay", async () => {
    const { api, services, asked, notes: held, deliver } = await open();
    await api.approve(await api.book());
    await deliver();
    await erasePerson(services, "clwb@example.org", asked);
    expect(await held()).toEqual([ERASED_TEXT]);
    await deliver();
    expect((await held()).join()).not.toContain("clwb@example.org");
  });

  it("is said to be held still when a plugin fails, and may be erased again", async () => {
    let isFailing = true;
    const {
      api,
      services,
      hirer,
      asked,
      notes: held,
      deliver,
      cancel,
    } = await open({
      async erase(context, subject) {
        if (isFailing) throw new Error("secret");
        await personalData.erase(context, subject);
      },
    });
    const booking = await api.approve(await api.book());
    await cancel(booking.id);
    await deliver();
    const failure = { code: "PERSONAL_DATA_FAILED", plugin: "notes" };
    await expect(eraseHirer(services, hirer, asked)).rejects.toMatchObject(failure);
    expect(await held()).toEqual([NOTE]);
    isFailing = false;
    expect(await eraseHirer(services, hirer, asked)).toMatchObject({ isErased: true });
    expect(await held()).toEqual([]);
  });

  it("leaves a person where it stood when a plugin fails, so that the erasure can be repeated", async () => {
    let isFailing = true;
    const {
      api,
      services,
      hirer,
      asked,
      notes: held,
      deliver,
    } = await open({
      async erase(context, subject) {
        if (isFailing) throw new Error("secret");
        await personalData.erase(context, subject);
      },
    });
    await api.approve(await api.book());
    await deliver();
    const email = "clwb@example.org";
    await expect(erasePerson(services, email, asked)).rejects.toMatchObject({ plugin: "notes" });
    expect((await readHirer(services, hirer)).contact.email).toBe(email);
    isFailing = false;
    expect((await erasePerson(services, email, asked)).hirers).toContain(hirer);
    expect(await held()).toEqual([ERASED_TEXT]);
  });

  it("of one plugin does not wait for another that fails, and half of it is not given out for the whole", async () => {
    const failing: PersonalData = {
      holds: [],
      export: () => Promise.reject(new Error("secret")),
      erase: () => Promise.reject(new Error("secret")),
    };
    const broken = definePlugin({ id: "broken", personalData: failing, setup: () => ({}) });
    const api = await makeApi({ plugins: [broken, notes()] });
    const { services, plugins, hirer } = api;
    onTestFinished(() => services.store.close());
    await api.book();
    await deliver(api);
    const keepers = plugins.personalData;
    await expect(exportHirer(services, hirer.id, keepers)).rejects.toMatchObject({
      code: "PERSONAL_DATA_FAILED",
    });
    const person = { kind: "person", hirer: hirer.id, email: "clwb@example.org" } as const;
    await expect(keepers.erase({ ...person, names: [], bookings: [] })).rejects.toMatchObject({
      plugin: "broken",
    });
    const rows = await services.store.database
      .withTables<{ notes_kept: NoteTables["notes_kept"] }>()
      .selectFrom("notes_kept")
      .select("text")
      .execute();
    expect(rows).toEqual([{ text: ERASED_TEXT }]);
  });
});
