import { OutwardFault, type OutwardRequest } from "@neuadd/plugin-kit";
import { openTestHost, TEST_START, type TestHost } from "@neuadd/plugin-kit/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CalendarFeedTables } from "../src/calendar-feed-tables.ts";
import { calendarFeed } from "../src/index.ts";

let host: TestHost;
let file: string;
let answer: () => { status: number; fault?: OutwardFault };
const asked: OutwardRequest[] = [];

beforeEach(async () => {
  file = calendar();
  answer = () => ({ status: 200 });
  asked.length = 0;
  host = await openTestHost(calendarFeed(), {
    async callOut(request) {
      asked.push(request);
      const { status, fault } = answer();
      if (fault) throw fault;
      return { status, headers: {}, body: new TextEncoder().encode(file) };
    },
  });
});

afterEach(() => host.close());

function calendar(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ["BEGIN:VEVENT", ...event, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

const assembly = ["UID:a", "DTSTART:20260908T170000Z", "DTEND:20260908T190000Z"];
const concert = ["UID:c", "DTSTART:20260910T180000Z", "DTEND:20260910T200000Z"];

interface Body {
  readonly id: string;
  readonly fault?: string;
  readonly refused: Readonly<Record<string, number>>;
  readonly refusedEvents: readonly unknown[];
  readonly inTheWay: readonly unknown[];
}

async function ask(
  method: string,
  path = "",
  body?: unknown,
): Promise<{ status: number; body: Body }> {
  const response = await host.request(`/schools/${host.school}/subscriptions${path}`, {
    method,
    as: "school",
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === "" ? {} : JSON.parse(text)) as Body };
}

function subscribe(url = "webcal://school.example/events.ics", space = "main-hall") {
  return ask("POST", "", { url, space, name: { cy: "Digwyddiad ysgol", en: "School event" } });
}

function blocked(school?: string): string[] {
  return [...host.ledger(school).blocks.values()]
    .filter(({ removedAt }) => removedAt === undefined)
    .flatMap(({ dates }) => dates)
    .map(({ date, startTime, endTime }) => `${date} ${startTime}-${endTime}`)
    .toSorted();
}

describe("a subscription", () => {
  it("blocks its space by the events of the calendar, in the name of the school", async () => {
    file = calendar(assembly, concert);
    const { status, body } = await subscribe();
    expect({ status, body }).toMatchObject({ status: 201, body: { inTheWay: [], refused: {} } });
    expect(asked[0]).toMatchObject({
      url: "https://school.example/events.ics",
      allowAddresses: [],
    });
    expect(blocked()).toEqual(["2026-09-08 18:00-20:00", "2026-09-10 19:00-21:00"]);
    expect([...host.ledger().blocks.values()][0]).toMatchObject({
      space: "main-hall",
      kind: "schoolUse",
      reason: { cy: "Digwyddiad ysgol", en: "School event" },
      createdBy: "plugin:calendar-feed",
    });
  });

  it("follows what changes, and writes nothing where nothing has", async () => {
    file = calendar(assembly, concert);
    await subscribe();
    const { revision } = host.ledger();
    await host.runJob("refresh");
    expect(host.ledger().revision).toBe(revision);
    file = calendar(concert, ["UID:d", "DTSTART;VALUE=DATE:20260912"]);
    await host.runJob("refresh");
    expect(blocked()).toEqual(["2026-09-10 19:00-21:00", "2026-09-12 00:00-24:00"]);
  });

  it("leaves free what the school has freed by hand, until no event takes the whole of it", async () => {
    file = calendar(assembly, concert);
    const { body } = await subscribe();
    const [first] = host.ledger().blocks.values();
    host.ledger().unblock(first?.id ?? "");
    const { revision } = host.ledger();
    await host.runJob("refresh");
    expect((await ask("POST", `/${body.id}/refresh`)).body).toMatchObject({ inTheWay: [] });
    expect(blocked()).toEqual(["2026-09-10 19:00-21:00"]);
    expect(host.ledger().revision).toBe(revision);
    file = calendar(["UID:a", "DTSTART:20260908T170000Z", "DTEND:20260908T200000Z"], concert);
    await host.runJob("refresh");
    expect(blocked()).toEqual(["2026-09-08 20:00-21:00", "2026-09-10 19:00-21:00"]);
    file = calendar(["UID:a", "DTSTART:20260908T171500Z", "DTEND:20260908T190000Z"], concert);
    await host.runJob("refresh");
    expect(blocked()).toEqual(["2026-09-08 18:15-20:00", "2026-09-10 19:00-21:00"]);
  });

  it("displaces no booking: it says which is in the way, and blocks once it is gone", async () => {
    const booking = await host.ledger().request({
      hirer: "hir_clwb",
      title: "Noson",
      activity: "badminton",
      space: "main-hall",
      first: "2026-09-08",
      startTime: "18:30",
      endTime: "19:30",
    });
    file = calendar(assembly, concert);
    const { body } = await subscribe();
    expect(body.inTheWay).toEqual([
      {
        date: "2026-09-08",
        startTime: "18:30",
        // With the half hour that is needed after it.
        endTime: "20:00",
        bookings: [booking.id],
        blocks: [],
      },
    ]);
    const around = ["2026-09-08 18:00-18:30", "2026-09-10 19:00-21:00"];
    expect(blocked()).toEqual(around);
    const { revision } = host.ledger();
    await host.runJob("refresh");
    expect(host.ledger().revision).toBe(revision);
    host.ledger().withdraw(booking.id);
    expect((await ask("POST", `/${body.id}/refresh`)).body.inTheWay).toEqual([]);
    expect(blocked()).toEqual(around.toSpliced(1, 0, "2026-09-08 18:30-20:00"));
  });

  it.each([
    ["can't be had", () => ({ status: 500 }), "CONNECTION_FAILED"],
    ["has moved elsewhere", () => ({ status: 302 }), "CONNECTION_FAILED"],
    [
      "is too large",
      () => ({ status: 200, fault: new OutwardFault("ANSWER_TOO_LARGE", "Too large.") }),
      "ANSWER_TOO_LARGE",
    ],
    [
      "lies within the server's own network",
      () => ({ status: 200, fault: new OutwardFault("ADDRESS_REFUSED", "Refused.") }),
      "ADDRESS_REFUSED",
    ],
  ])("whose calendar %s leaves the blocks as they are", async (_name, next, fault) => {
    file = calendar(assembly);
    const { body } = await subscribe();
    answer = next;
    expect((await ask("POST", `/${body.id}/refresh`)).body.fault).toBe(fault);
    expect(blocked()).toEqual(["2026-09-08 18:00-20:00"]);
    answer = () => ({ status: 200 });
    expect((await ask("POST", `/${body.id}/refresh`)).body).not.toHaveProperty("fault");
  });

  it("refuses a file that is none, or would fill the ledger, whole", async () => {
    file = calendar(assembly);
    const { body } = await subscribe();
    file = "<html>";
    expect((await ask("POST", `/${body.id}/refresh`)).body.fault).toBe("NOT_A_CALENDAR");
    const hours = ["08", "10", "12"].map((hour) => [
      `UID:${hour}`,
      `DTSTART:20260901T${hour}0000Z`,
      "DURATION:PT1H",
      "RRULE:FREQ=DAILY",
    ]);
    file = calendar(...hours);
    expect((await ask("POST", `/${body.id}/refresh`)).body.fault).toBe("TOO_MANY_DATES");
    expect(blocked()).toEqual(["2026-09-08 18:00-20:00"]);
  });

  const choir = [
    "UID:choir",
    "SUMMARY:Choir",
    "DTSTART;TZID=Europe/London:20260908T180000",
    "DTEND;TZID=Europe/London:20260908T200000",
    "RRULE:FREQ=WEEKLY;COUNT=3",
  ];
  const evenings = ["2026-09-08 18:00-20:00", "2026-09-15 18:00-20:00", "2026-09-22 18:00-20:00"];

  it.each([
    [
      "its override begins to mean all that follows",
      [
        choir,
        [
          "UID:choir",
          "RECURRENCE-ID;RANGE=THISANDFUTURE:20260915T170000Z",
          "DTSTART:20260915T170000Z",
        ],
      ],
      "RANGE_UNSUPPORTED",
      evenings,
    ],
    [
      "its zone is not known any more",
      [choir.map((line) => line.replace("Europe/London", "Nowhere"))],
      "ZONE_UNKNOWN",
      evenings,
    ],
    [
      "its rule can't be read any more, and its time is another",
      [choir.map((line) => line.replace("T18", "T17").replace("WEEKLY", "HOURLY"))],
      "RECURRENCE_UNSUPPORTED",
      ["2026-09-08 17:00-18:00", ...evenings],
    ],
  ])("keeps what stands for an event when %s", async (_name, events, code, expected) => {
    file = calendar(choir, concert);
    const { body } = await subscribe();
    expect(blocked()).toEqual([evenings[0], "2026-09-10 19:00-21:00", ...evenings.slice(1)]);
    file = calendar(...events);
    const refreshed = (await ask("POST", `/${body.id}/refresh`)).body;
    expect(refreshed).toMatchObject({
      refused: { [code]: 1 },
      refusedEvents: [{ event: "choir", code, summary: "Choir", date: "2026-09-08" }],
    });
    // The other event is gone, and gives its time back.
    expect(blocked()).toEqual(expected);
    await host.runJob("refresh");
    expect(blocked()).toEqual(expected);
    file = calendar();
    await host.runJob("refresh");
    expect(blocked()).toEqual([]);
  });

  it("keeps time for an event that can't be read, though another has taken it meanwhile", async () => {
    file = calendar(assembly);
    await subscribe();
    const unread = assembly.map((line) =>
      line.replace(":2026", ";TZID=Nowhere:2026").replace("Z", ""),
    );
    file = calendar(unread, ["UID:b", ...assembly.slice(1)]);
    await host.runJob("refresh");
    file = calendar(unread);
    await host.runJob("refresh");
    expect(blocked()).toEqual(["2026-09-08 18:00-20:00"]);
    file = calendar();
    await host.runJob("refresh");
    expect(blocked()).toEqual([]);
  });

  it("keeps everything while one of very many events at one time can't be read", async () => {
    const crowd = Array.from({ length: 30 }, (_, uid) => [`UID:${uid}`, ...assembly.slice(1)]);
    file = calendar(...crowd);
    await subscribe();
    file = calendar(["UID:7", "DTSTART;TZID=Nowhere:20260908T180000"]);
    await host.runJob("refresh");
    expect(blocked()).toEqual(["2026-09-08 18:00-20:00"]);
    file = calendar();
    await host.runJob("refresh");
    expect(blocked()).toEqual([]);
  });

  it("blocks what is left around bookings and blocks, and follows what becomes of them", async () => {
    const booking = await host.ledger().request({
      hirer: "hir_clwb",
      title: "Noson",
      activity: "badminton",
      space: "main-hall",
      first: "2026-09-08",
      startTime: "18:00",
      endTime: "19:00",
    });
    const block = host.ledger().block({
      space: "main-hall",
      kind: "maintenance",
      first: "2026-09-08",
      startTime: "20:00",
      endTime: "20:30",
    });
    file = calendar(["UID:c", "DTSTART:20260908T120000Z", "DTEND:20260908T210000Z"]);
    const { body } = await subscribe();
    const day = { date: "2026-09-08", bookings: [], blocks: [] };
    expect(body.inTheWay).toEqual([
      // With the half hour that is needed after it.
      { ...day, startTime: "18:00", endTime: "19:30", bookings: [booking.id] },
      { ...day, startTime: "20:00", endTime: "20:30", blocks: [block.id] },
    ]);
    const around = ["13:00-18:00", "19:30-20:00", "20:30-22:00"];
    const own = () => blocked().filter((date) => date !== "2026-09-08 20:00-20:30");
    expect(own()).toEqual(around.map((time) => `2026-09-08 ${time}`));
    const { revision } = host.ledger();
    await host.runJob("refresh");
    expect(host.ledger().revision).toBe(revision);
    host.ledger().cancel(booking.id);
    file = calendar(["UID:c", "DTSTART:20260908T140000Z", "DTEND:20260908T190000Z"]);
    expect((await ask("POST", `/${body.id}/refresh`)).body.inTheWay).toEqual([]);
    expect(own()).toEqual(["2026-09-08 15:00-19:30", "2026-09-08 19:30-20:00"]);
  });

  it("leaves what is over in the ledger", async () => {
    file = calendar(assembly);
    await subscribe();
    host.setNow(TEST_START + 30 * 86_400_000);
    file = calendar();
    await host.runJob("refresh");
    expect(blocked()).toEqual(["2026-09-08 18:00-20:00"]);
  });

  it("gives its time back when it is ended", async () => {
    file = calendar(assembly);
    const { body } = await subscribe();
    expect((await ask("DELETE", `/${body.id}`)).status).toBe(204);
    expect(blocked()).toEqual([]);
    expect((await ask("DELETE", `/${body.id}`)).status).toBe(404);
    expect((await ask("GET")).body).toEqual({ items: [] });
  });

  it("takes up a block that was made just before the process ended", async () => {
    file = calendar(assembly);
    await host.host.commands.block(host.school, {
      space: "main-hall",
      kind: "schoolUse",
      reason: { cy: "Digwyddiad ysgol", en: "School event" },
      first: "2026-09-08",
      startTime: "18:00",
      endTime: "20:00",
    });
    const { body } = await subscribe();
    expect(body.inTheWay).toEqual([]);
    await ask("DELETE", `/${body.id}`);
    expect(blocked()).toEqual([]);
  });

  it.each(["http://school.example/", "ftp://school.example/", "https://a:b@school.example/", "x"])(
    "is refused for %s",
    async (url) => expect((await subscribe(url)).status).toBe(422),
  );

  it.each(["School\nevent", "School\u202Eevent", "   "])(
    "is called something on one line, which %j is not",
    async (en) => {
      const url = "https://school.example/events.ics";
      const name = { cy: "Digwyddiad ysgol", en };
      const { status } = await ask("POST", "", { url, space: "main-hall", name });
      expect(status).toBe(422);
    },
  );

  it("is for a space that is there, and for those who may block it", async () => {
    expect((await subscribe("https://school.example/", "none")).status).toBe(404);
    const path = `/schools/${host.school}/subscriptions`;
    expect((await host.request(path, { as: { hirer: "hir_clwb" } })).status).toBe(403);
    expect((await host.request(path)).status).toBe(401);
  });
});

const page = (language: "cy" | "en") =>
  host
    .page("outside", language)
    .then((text) => text.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " "));

describe("the page of outside calendars", () => {
  it("says what could not be read or blocked, and why the last time failed, in both languages", async () => {
    const booking = await host.ledger().request({
      hirer: "hir_clwb",
      title: "Noson <b>",
      activity: "badminton",
      space: "main-hall",
      first: "2026-09-08",
      startTime: "18:30",
      endTime: "19:30",
    });
    file = calendar(assembly, [
      "UID:u1",
      "SUMMARY:Eisteddfod",
      "DTSTART;TZID=Nowhere:20260909T100000",
    ]);
    const { body } = await subscribe();
    answer = () => ({ status: 500 });
    await ask("POST", `/${body.id}/refresh`);
    const english = await page("en");
    for (const part of [
      "Trial School",
      "Main hall: School event",
      "The calendar could not be reached.",
      "Eisteddfod, 9 September 2026: its time zone is not known, and the file does not describe it ( u1 )",
      `6:30pm–8pm Noson &lt;b&gt; (${booking.id})`,
    ]) {
      expect(english).toContain(part);
    }
    const welsh = await page("cy");
    for (const part of [
      "Prif neuadd: Digwyddiad ysgol",
      "Nid oedd modd cyrraedd y calendr.",
      "Eisteddfod, 9 Medi 2026: nid yw'r gylchfa amser yn hysbys",
    ]) {
      expect(welsh.replaceAll("&#39;", "'")).toContain(part);
    }
  });

  it("names the blocks in the way as the school has named them, or by what they are for", async () => {
    const named = host.ledger().block({
      space: "main-hall",
      kind: "examination",
      reason: { cy: "Arholiadau TGAU", en: "GCSE examinations" },
      first: "2026-09-08",
      startTime: "18:00",
      endTime: "18:30",
    });
    const unnamed = host.ledger().block({
      space: "main-hall",
      kind: "maintenance",
      first: "2026-09-08",
      startTime: "19:00",
      endTime: "19:30",
    });
    file = calendar(assembly);
    await subscribe();
    const english = await page("en");
    expect(english).toContain(`6pm–6:30pm block “GCSE examinations” (${named.id})`);
    expect(english).toContain(`7pm–7:30pm block “Maintenance” (${unnamed.id})`);
    const welsh = await page("cy");
    expect(welsh).toContain(`6yh–6:30yh bloc “Arholiadau TGAU” (${named.id})`);
    expect(welsh).toContain(`7yh–7:30yh bloc “Cynnal a chadw” (${unnamed.id})`);
  });

  it("says that all is well, and shows a school nothing of others", async () => {
    file = calendar(assembly);
    await subscribe();
    expect(await page("en")).toContain("The blocks agree with the calendar.");
    const other = await host.page("outside", "en", { as: "otherSchool" });
    expect(other).toContain("No outside calendar blocks a space.");
  });
});

describe("the forms of the page of outside calendars", () => {
  const filled = { url: "webcal://outside.example/", nameCy: "Calendr", nameEn: "Calendar" };
  const formOf = async (action: string, values = {}) => {
    const form = (await host.forms("outside")).find((one) => one.action === action);
    return { action, values: { ...form?.values, ...values } };
  };

  it("add a calendar, read it, and remove it with the blocks that it made", async () => {
    file = calendar(assembly);
    const blocks = async () => (await host.host.reads.blocks(host.school)).items.length;
    expect((await host.send("outside", await formOf("subscribe", filled))).done).toEqual({
      cy: "Ychwanegwyd y calendr. Darllenwyd y calendr, ac mae'n blocio un amser.",
      en: "The calendar has been added. The calendar has been read, and blocks one time.",
    });
    expect(await blocks()).toBe(1);
    expect(await host.page("outside", "cy", { as: "operator" })).toContain("(calendrau: 1)");
    answer = () => ({ status: 500 });
    expect((await host.send("outside", await formOf("refresh"))).done?.en).toBe(
      "The calendar was not taken in. The calendar could not be reached.",
    );
    expect(await page("en")).toContain("The calendar could not be reached.");
    expect((await host.send("outside", await formOf("remove"))).done?.en).toBe(
      "The calendar has been removed, which frees one time.",
    );
    expect(await blocks()).toBe(0);
    expect((await host.forms("outside")).map(({ action }) => action)).toEqual(["subscribe"]);
  });

  it("say what is wrong with what was filled in", async () => {
    const without = await host.send("outside", await formOf("subscribe", { nameCy: "Calendr" }));
    expect([...(without.faults?.keys() ?? [])]).toEqual(["url", "nameEn"]);
    const odd = await host.send(
      "outside",
      await formOf("subscribe", { ...filled, url: "ftp://a" }),
    );
    expect(odd.faults?.get("")?.cy).toContain("Ni ellir darllen y cyfeiriad hwn");
  });
});

describe("the refreshing of all subscriptions", () => {
  async function subscribeOther(): Promise<void> {
    const added = await host.request("/schools/ysgol-arall/subscriptions", {
      method: "POST",
      as: "operator",
      body: {
        url: "https://other.example/",
        space: "main-hall",
        name: { cy: "Digwyddiad", en: "Event" },
      },
    });
    expect(added.status).toBe(201);
  }

  it("goes on past a space that is gone, and notes that it is", async () => {
    file = calendar(assembly);
    const { body } = await subscribe();
    await subscribeOther();
    const tables = host.host.tables<CalendarFeedTables>();
    await tables
      .updateTable("calendar_feed_subscriptions")
      .set({ space: "gone" })
      .where("school", "=", host.school)
      .where("subscription", "=", body.id)
      .execute();
    file = calendar(concert);
    await host.runJob("refresh");
    expect(blocked()).toEqual(["2026-09-08 18:00-20:00"]);
    expect((await ask("GET")).body).toMatchObject({ items: [{ fault: "SPACE_UNKNOWN" }] });
    expect(blocked("ysgol-arall")).toEqual(["2026-09-10 19:00-21:00"]);
  });

  it("goes on past whatever else fails, and notes that too", async () => {
    file = calendar(assembly);
    const { body } = await subscribe();
    await subscribeOther();
    file = calendar(concert);
    answer = () => {
      if (asked.at(-1)?.url.includes("school.example")) throw new TypeError("Broken");
      return { status: 200 };
    };
    await host.runJob("refresh");
    expect(blocked()).toEqual(["2026-09-08 18:00-20:00"]);
    expect((await ask("GET")).body).toMatchObject({ items: [{ id: body.id, fault: "FAILED" }] });
    expect(blocked("ysgol-arall")).toEqual(["2026-09-10 19:00-21:00"]);
    expect(host.logs.map(({ message }) => message)).toContain("A calendar could not be taken in");
  });
});

describe("calendarFeed", () => {
  it("refuses options that can't be", () => {
    expect(() => calendarFeed({ refreshMinutes: 0 })).toThrow(RangeError);
    expect(() => calendarFeed({ allowAddresses: ["localhost"] })).toThrow("localhost");
    const mistyped: object = { refreshminutes: 5 };
    expect(() => calendarFeed(mistyped)).toThrow('"refreshminutes" is no option');
  });
});
