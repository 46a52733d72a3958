import { OutwardFault, type OutwardRequest } from "@neuadd/plugin-kit";
import { openTestHost, TEST_START, type TestHost } from "@neuadd/plugin-kit/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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

function blocked(): string[] {
  return [...host.ledger().blocks.values()]
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
        startTime: "18:00",
        endTime: "20:00",
        bookings: [booking.id],
        blocks: [],
      },
    ]);
    expect(blocked()).toEqual(["2026-09-10 19:00-21:00"]);
    host.ledger().withdraw(booking.id);
    expect((await ask("POST", `/${body.id}/refresh`)).body.inTheWay).toEqual([]);
    expect(blocked()).toHaveLength(2);
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

  it("is for a space that is there, and for those who may block it", async () => {
    expect((await subscribe("https://school.example/", "none")).status).toBe(404);
    const path = `/schools/${host.school}/subscriptions`;
    expect((await host.request(path, { as: { hirer: "hir_clwb" } })).status).toBe(403);
    expect((await host.request(path)).status).toBe(401);
  });
});

describe("calendarFeed", () => {
  it("refuses options that can't be", () => {
    expect(() => calendarFeed({ refreshMinutes: 0 })).toThrow(RangeError);
    expect(() => calendarFeed({ allowAddresses: ["localhost"] })).toThrow("localhost");
  });
});
