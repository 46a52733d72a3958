import { definePlugin, type Plugin } from "@neuadd/plugin-kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { issueKey } from "../src/keys/issue-key.ts";
import { listBookings } from "../src/ledger/list-bookings.ts";
import { requestMessages } from "../src/web/messages/request-messages.ts";
import { COVER_ENDS, coverPlugin } from "./fixtures/cover-plugin.ts";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(() => api.services.store.close());

async function reopenWith(...plugins: readonly Plugin[]): Promise<void> {
  await api.services.store.close();
  api = await makeApi({ plugins });
}

const PAGE = `/en/schools/${SCHOOL}/request`;
const TUDALEN = `/cy/ysgolion/${SCHOOL}/cais`;
const TIME = { space: "main-hall", date: "2026-09-18", start: "19:00", end: "21:00" };
const QUERY = new URLSearchParams(TIME).toString();

const bookings = async () => (await listBookings(api.services, SCHOOL, { limit: 50 })).items;

async function open(path: string): Promise<string> {
  const response = await api.app.request(path);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return response.text();
}

async function post(fields: Readonly<Record<string, string>>, path = PAGE): Promise<Response> {
  return api.app.request(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
}

const filled = () => ({
  ...TIME,
  title: "Cyngerdd y Cwm",
  activity: "concert",
  attendance: "80",
  key: api.keys.hirer ?? "",
  once: "form-0001",
  do: "send",
});

describe("the request page", () => {
  it("shows the time that the address names, and that it can be had", async () => {
    const text = await open(`${PAGE}?${QUERY}`);
    expect(text).toContain("This time is free");
    expect(text).toContain("Main hall, Friday 18 September 2026, 7pm to 9pm");
    expect(text).toContain('value="2026-09-18"');
    expect(text).toMatch(/<option value="main-hall" selected/);
    expect(await open(`${TUDALEN}?${QUERY}`)).toContain("Mae’r amser hwn ar gael");
  });

  it("says why a time can't be had, and what could be had instead, without losing what was typed", async () => {
    await post(filled());
    const response = await post({ ...filled(), once: "form-0002", title: "Côr", do: "check" });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain("This time can’t be had");
    expect(text).toContain("This space is held for another request");
    expect(text).toContain('value="Côr"');
    const [, instead = ""] = /value="(take [^"]+)"/.exec(text) ?? [];
    const taken = await (await post({ ...filled(), title: "Côr", do: instead })).text();
    expect(taken).toContain("This time is free");
    expect(taken).toContain('value="Côr"');
  });

  it("asks for a title on one line, as the API does", async () => {
    const response = await post({ ...filled(), title: "Cyngerdd\u202Ey Cwm" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Write this on one line");
    expect(await bookings()).toEqual([]);
  });

  it("asks for the booking by the same command as the API, and says that it has been sent", async () => {
    const response = await post({ ...filled(), isPublic: "yes" });
    expect(response.status).toBe(303);
    const [booking] = await bookings();
    expect(booking).toMatchObject({
      hirer: api.hirer.id,
      title: "Cyngerdd y Cwm",
      status: "requested",
      request: { activity: "concert", attendance: 80, publicTitle: true, startTime: "19:00" },
    });
    const location = response.headers.get("location") ?? "";
    expect(location).toBe(`${PAGE}/sent?booking=${booking?.id ?? ""}`);
    const sent = await (await api.app.request(location)).text();
    expect(sent).toContain("Your request has been sent");
    expect(sent).toContain("at the latest until 14 September 2026");
    expect(sent).not.toContain("Cyngerdd");
  });

  it("says whom the booking is for, to rules and prices too, and keeps it while it is filled in", async () => {
    const whom = definePlugin({
      id: "whom",
      setup: () => ({
        quote: ({ request, decision: { occurrences } }) =>
          occurrences.map(({ date }) => ({
            label: { cy: "Neuadd", en: (request.purpose?.audience ?? ["nobody"]).join(" ") },
            amountPence: 100,
            currency: "GBP",
            date,
          })),
      }),
    });
    await reopenWith(whom);
    const silent = await (await post({ ...filled(), do: "check" })).text();
    expect(silent).toContain("nobody");
    expect(silent).toMatch(/<legend>Whom it is for<\/legend>/);
    const young = { ...filled(), "audience-5-10": "yes", "audience-11-16": "yes" };
    const shown = await (await post({ ...young, do: "check" }, TUDALEN)).text();
    expect(shown).toMatch(/id="audience-5-10"[^>]* checked/);
    expect(shown).not.toMatch(/id="audience-adults"[^>]* checked/);
    expect(shown).toContain("Plant 5 i 10 oed");
    expect(await (await post({ ...young, do: "check" })).text()).toContain("5-10 11-16");
    expect((await post(young)).status).toBe(303);
    const [booking] = await bookings();
    expect(booking?.request.purpose).toEqual({ elements: [], audience: ["5-10", "11-16"] });
  });

  it("asks once, however often the same form is sent, and again when it was changed", async () => {
    const [one, other] = await Promise.all([post(filled()), post(filled())]);
    const again = await post(filled());
    expect(again.headers.get("location")).toBe(
      one.headers.get("location") ?? other.headers.get("location"),
    );
    expect(await bookings()).toHaveLength(1);
    expect((await post({ ...filled(), date: "2026-09-25" })).status).toBe(303);
    expect(await bookings()).toHaveLength(2);
  });

  it("counts the dates that were decided, shown or asked for, in the same metrics as the API", async () => {
    await open(`${PAGE}?${QUERY}`);
    await post(filled());
    const denied = await post({ ...filled(), once: "form-0002" });
    expect(denied.status).toBe(409);
    const { text } = await api.call("GET /metrics", { as: "operator" });
    for (const counted of [
      'neuadd_decided_dates_total{purpose="preview",verdict="bookable"} 1',
      'neuadd_decided_dates_total{purpose="request",verdict="bookable"} 1',
      'neuadd_decided_dates_total{purpose="request",verdict="denied"} 1',
      'neuadd_denied_dates_total{purpose="request",reason="OVERLAPS_REQUEST"} 1',
    ]) {
      expect(text).toContain(counted);
    }
  });

  it("takes midnight as the end of the day", async () => {
    const response = await post({ ...filled(), start: "21:00", end: "00:00", do: "check" });
    expect(await response.text()).toContain("9pm to midnight");
  });

  it("says what is wrong beside each field and at the top, in the page's language, and keeps the rest", async () => {
    const response = await post({ ...filled(), title: "", attendance: "llawer", key: "" }, TUDALEN);
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text).toContain("<title>Gwall: Gofyn am amser");
    expect(text).toMatch(/id="title-fault">Rhowch enw i’r digwyddiad\.</);
    expect(text).toMatch(/id="attendance-fault">Rhowch nifer y bobl fel rhif cyfan/);
    expect(text).toMatch(/id="key-fault">Rhowch allwedd eich sefydliad\.</);
    expect(text).toMatch(/<a href="#title">Rhowch enw i’r digwyddiad\.<\/a>/);
    expect(text).toContain('value="llawer"');
    expect(text).toContain('value="concert"');
    expect(text).toMatch(
      /<input id="title"[^>]*aria-describedby="title-hint title-fault"[^>]*aria-invalid="true"/,
    );
    expect(await bookings()).toEqual([]);
  });

  it.each([
    [{ space: "nowhere" }, "space-fault", "Choose a space."],
    [{ date: "2026-02-30" }, "date-fault", "Enter a date that exists."],
    [{ date: "" }, "date-fault", "Enter the date."],
    [{ start: "7pm" }, "start-fault", "Enter a time in hours and minutes."],
    [{ start: "" }, "start-fault", "Enter when it starts."],
    [{ end: "" }, "end-fault", "Enter when it ends."],
    [{ until: "soon" }, "until-fault", "Enter a date that exists."],
    [{ until: "2026-09-17" }, "until-fault", "The last date must be after the first."],
    [{ until: "2028-09-19" }, "until-fault", "within two years of the first"],
    [{ activity: "" }, "activity-fault", "Enter the activity."],
    [{ end: "19:00" }, "end-fault", "The end must be after the start."],
    [{ attendance: "0" }, "attendance-fault", "Number of people: The number must be at least 1."],
    [{ title: "x".repeat(201) }, "title-fault", "at most 200 characters"],
  ])("refuses %o beside its field", async (wrong, id, sentence) => {
    const response = await post({ ...filled(), ...wrong });
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text).toContain(`id="${id}"`);
    expect(text).toContain(sentence);
    expect(await bookings()).toEqual([]);
  });

  it("takes the key of an organisation alone, and tells keys of another kind from keys that are none", async () => {
    const said = async (key: string) => {
      const response = await post({ ...filled(), key });
      expect(response.status).toBe(422);
      return /id="key-fault">([^<]+)</.exec(await response.text())?.[1];
    };
    expect(await said("neuadd_h_nothing")).toContain("This key is not valid.");
    expect(await said(api.keys.school ?? "")).toContain("not the key of an organisation");
    const { key } = await issueKey(api.services, {
      kind: "hirer",
      owner: api.hirer.id,
      label: "reads",
      scopes: ["bookings:read"],
    });
    expect(await said(key)).toContain("may not ask for bookings");
    expect(await bookings()).toEqual([]);
  });

  it("looks at no more keys from an address after too many that are not valid, and loses nothing that was typed", async () => {
    const guess = (key: string, action: "check" | "send", path = PAGE) =>
      post({ ...filled(), key, do: action }, path);
    await api.services.store.close();
    api = await makeApi({ limits: { badKeysPerMinute: 2 } });
    const said: string[] = [];
    for (const action of ["check", "send"] as const) {
      const wrong = await guess(`neuadd_h_${action}`, action);
      expect(wrong.status).toBe(422);
      said.push(/id="key-fault">([^<]+)</.exec(await wrong.text())?.[1] ?? "");
    }
    expect(said).toEqual(Array.from({ length: 2 }, () => requestMessages.en.faults.keyWrong));
    for (const action of ["check", "send"] as const) {
      const refused = await guess("neuadd_h_more", action);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      const text = await refused.text();
      expect(text).toContain(requestMessages.en.faults.keysTooMany);
      expect(text).toContain('value="Cyngerdd y Cwm"');
    }
    expect(await (await guess("neuadd_h_more", "check", TUDALEN)).text()).toContain(
      requestMessages.cy.faults.keysTooMany,
    );
    expect((await api.call("GET /v1/schools", { as: "bad" })).status).toBe(429);
    expect((await post(filled())).status).toBe(303);
  });

  it("takes no key from its address", async () => {
    const text = await open(`${PAGE}?${QUERY}&key=neuadd_h_typed`);
    expect(text).not.toContain("neuadd_h_typed");
    expect(text).not.toContain("key-fault");
  });

  it("says so when the time has gone in the meantime", async () => {
    await post(filled());
    const response = await post({ ...filled(), once: "form-0003" });
    const text = await response.text();
    expect(response.status).toBe(409);
    expect(text).toMatch(/<a href="#start">This space is held for another request/);
    expect(text).toContain("You could have one of these instead:");
    expect(await bookings()).toHaveLength(1);
  });

  it("says of too many people that they are too many, at their number, and not that another time would help", async () => {
    const response = await post({ ...filled(), attendance: "500" });
    const text = await response.text();
    expect(response.status).toBe(409);
    expect(text).toMatch(/<a href="#attendance">[^<]*500/);
    expect(text).toMatch(/id="attendance-fault"/);
    expect(text).not.toMatch(/id="start-fault"/);
  });

  it("has 00:00 in its field for the end of the day, however the address has it", async () => {
    const text = await open(`${PAGE}?space=main-hall&date=2026-09-18&start=21:00&end=24:00`);
    expect(text).toMatch(/<input id="end"[^>]*value="00:00"/);
    expect(text).toContain("9pm to midnight");
  });

  it("escapes what is typed, and can't be framed", async () => {
    const response = await post({ ...filled(), title: `"><script>alert(1)</script>`, do: "check" });
    expect(await response.text()).not.toContain("<script>");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("is not there for schools and bookings that are not", async () => {
    const pages = [
      "/en/schools/nowhere/request",
      `${PAGE}/sent?booking=bok_nothing`,
      `${PAGE}/sent`,
    ];
    for (const path of pages) expect((await api.app.request(path)).status).toBe(404);
  });
});

describe("a weekly series on the request page", () => {
  // Fridays until the end of November: half term and an INSET day lie in between, or not, as the calendar has it.
  const SERIES = { date: "2026-09-11", until: "2026-11-27", termTime: "yes" };
  const series = () => ({ ...filled(), ...SERIES, once: "form-1001" });
  const seenIn = (text: string) => /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? "";
  const rows = (text: string, verdict: string) =>
    [...text.matchAll(new RegExp(`<tr class="${verdict}"><th scope="row">([^<]*)`, "g"))].map(
      ([, date]) => date,
    );

  it("shows every date before anything is sent: what can be had, what can't and why, and what is left out", async () => {
    await post(filled());
    const text = await (await post({ ...series(), do: "check" })).text();
    expect(rows(text, "denied")).toEqual(["Friday 18 September 2026"]);
    expect(rows(text, "excluded")).toEqual(["Friday 30 October 2026"]);
    expect(rows(text, "bookable")).toHaveLength(10);
    expect(text).toContain("Dates that can be had: 10");
    expect(text).toContain("held for another request");
    expect(text).toContain("Friday 30 October 2026 is in half term.");
    expect(text).toContain("asks for the dates that can be had, and for those alone");
    expect(await bookings()).toHaveLength(1);
    const welsh = await (await post({ ...series(), do: "check" }, TUDALEN)).text();
    expect(welsh).toContain("Dyddiadau y gellir eu cael: 10");
    expect(welsh).toContain("hanner tymor");
  });

  it("is shown first to whoever sends it unseen, and then asks for just what was shown", async () => {
    const unseen = await post(series());
    const text = await unseen.text();
    expect(unseen.status).toBe(422);
    expect(text).toContain("Look at the dates below, then send the request.");
    expect(await bookings()).toEqual([]);
    const seen = { ...series(), seen: seenIn(text) };
    const [sent, again] = [await post(seen), await post(seen)];
    expect([sent.status, again.status]).toEqual([303, 303]);
    expect(again.headers.get("location")).toBe(sent.headers.get("location"));
    const [booking, ...others] = await bookings();
    expect(others).toEqual([]);
    expect(booking?.request).toMatchObject({
      first: "2026-09-11",
      recurrence: { rule: "FREQ=WEEKLY", until: "2026-11-27", termTimeOnly: true },
      onClash: { policy: "skip" },
    });
  });

  it("is shown anew when the dates are no longer those that were shown", async () => {
    const seen = seenIn(await (await post({ ...series(), do: "check" })).text());
    await post(filled());
    const response = await post({ ...series(), seen });
    const text = await response.text();
    expect(response.status).toBe(409);
    expect(text).toContain("These are not the dates that you were shown.");
    expect(rows(text, "denied")).toEqual(["Friday 18 September 2026"]);
    expect(await bookings()).toHaveLength(1);
    expect((await post({ ...series(), seen: seenIn(text) })).status).toBe(303);
  });

  it("says why none of its dates can be had", async () => {
    const never = { ...series(), start: "02:00", end: "03:00" };
    const seen = seenIn(await (await post({ ...never, do: "check" })).text());
    const response = await post({ ...never, seen });
    expect(response.status).toBe(409);
    expect(await response.text()).toMatch(/class="fault-summary"[^]*None of the dates can/);
  });

  it("comes with the address in the other language too", async () => {
    const query = new URLSearchParams({ ...TIME, ...SERIES }).toString();
    const text = await open(`${PAGE}?${query}`);
    expect(text).toMatch(
      /<a class="language-switch" href="[^"]*until=2026-11-27&amp;termTime=yes"/,
    );
    expect(text).toMatch(/id="termTime"[^>]* checked/);
  });

  it("comes with its price, and with what the rules of plugins warn of, for the organisation of the key", async () => {
    await reopenWith(coverPlugin);
    const known = await (await post({ ...series(), do: "check" })).text();
    expect(known).toContain("The price: £247.50");
    expect(known).toContain("11 September 2026: Main hall: £22.50");
    const warning = /Please note:<\/strong> The insurance will have ended\./g;
    expect([...known.matchAll(warning)]).toHaveLength(4);
    const unknown = await (await post({ ...series(), key: "", do: "check" })).text();
    expect(unknown).toContain("The price: £330.00");
    const welsh = await (await post({ ...series(), do: "check" }, TUDALEN)).text();
    expect(welsh).toContain("Y pris: £247.50");
    expect(welsh).toContain("11 Medi 2026: Y brif neuadd: £22.50");
    expect(welsh).toContain("Sylwch:</strong> Bydd yr yswiriant wedi dod i ben.");
  });

  it("says the date of a line once, also where its label tells it", async () => {
    const dated = definePlugin({
      id: "dated",
      setup: () => ({
        quote: () => [
          {
            label: {
              cy: "Dydd Gwener 18 Medi 2026, 7yh: Clwb",
              en: "Friday 18 September 2026, 7pm: Club",
            },
            date: "2026-09-18",
            amountPence: 1250,
            currency: "GBP",
          },
        ],
      }),
    });
    await reopenWith(dated);
    const english = await (await post({ ...filled(), do: "check" })).text();
    expect(english).toContain("<li>Friday 18 September 2026, 7pm: Club: £12.50</li>");
    const welsh = await (await post({ ...filled(), do: "check" }, TUDALEN)).text();
    expect(welsh).toContain("<li>Dydd Gwener 18 Medi 2026, 7yh: Clwb: £12.50</li>");
  });

  it("of one date too, and says so when a price is not whole", async () => {
    const broken = definePlugin({
      id: "broken",
      setup: () => ({
        quote: () => {
          throw new Error("no prices");
        },
      }),
    });
    await reopenWith(coverPlugin, broken);
    const text = await (await post({ ...filled(), date: COVER_ENDS, do: "check" })).text();
    expect(text).toContain("The price: £22.50");
    expect(text).toContain(requestMessages.en.priceNotWhole);
    expect(text).toContain("Please note:</strong> The insurance will have ended.");
  });
});
