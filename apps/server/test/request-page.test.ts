import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { issueKey } from "../src/keys/issue-key.ts";
import { listBookings } from "../src/ledger/list-bookings.ts";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(() => api.services.store.close());

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
    expect(sent).toContain("The time is held for you until then.");
    expect(sent).not.toContain("Cyngerdd");
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

  it("takes midnight as the end of the day", async () => {
    const response = await post({ ...filled(), start: "21:00", end: "00:00", do: "check" });
    expect(await response.text()).toContain("9pm to midnight");
  });

  it("says what is wrong beside each field and at the top, in the page's language, and keeps the rest", async () => {
    const response = await post({ ...filled(), title: "", attendance: "llawer", key: "" }, TUDALEN);
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text).toContain("<title>Gwall: Gofyn am amser");
    expect(text).toMatch(/id="title-fault">Mae angen y maes hwn\.</);
    expect(text).toMatch(/id="attendance-fault">Rhowch rif cyfan/);
    expect(text).toMatch(/id="key-fault">Rhowch allwedd eich sefydliad\.</);
    expect(text).toMatch(/<a href="#title">Mae angen y maes hwn\.<\/a>/);
    expect(text).toContain('value="llawer"');
    expect(text).toContain('value="concert"');
    expect(text).toMatch(
      /<input id="title"[^>]*aria-describedby="title-hint title-fault"[^>]*aria-invalid="true"/,
    );
    expect(await bookings()).toEqual([]);
  });

  it.each([
    [{ space: "nowhere" }, "space-fault", "Choose a space from the list."],
    [{ date: "2026-02-30" }, "date-fault", "Write a date that exists, as 2026-09-08."],
    [{ date: "" }, "date-fault", "This field is needed."],
    [{ start: "7pm" }, "start-fault", "Write hours and minutes as 18:00"],
    [{ end: "19:00" }, "end-fault", "The end must be after the start."],
    [{ attendance: "0" }, "attendance-fault", "The number must be at least 1."],
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

  it("says so when the time has gone in the meantime", async () => {
    await post(filled());
    const response = await post({ ...filled(), once: "form-0003" });
    const text = await response.text();
    expect(response.status).toBe(409);
    expect(text).toContain("This time can’t be had. Choose another.");
    expect(text).toContain("You could have one of these instead:");
    expect(await bookings()).toHaveLength(1);
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
