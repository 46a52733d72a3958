import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(() => api.services.store.close());

const { hirer: _hirer, ...TUESDAYS } = tuesdays("");

describe("a body with faults", () => {
  const faulty = {
    ...TUESDAYS,
    first: "2026-02-30",
    startTime: "6pm",
    attendance: 0,
    title: " ",
    colour: "red",
    recurrence: { rule: "", until: "soon" },
    onClash: { policy: "hope" },
  };

  it("is answered with every fault and its place, in the caller's language", async () => {
    const answers = await Promise.all(
      (["cy", "en"] as const).map((language) =>
        api.call("POST bookings/preview", {
          as: "hirer",
          body: faulty,
          headers: { "accept-language": language },
        }),
      ),
    );
    const [welsh, english] = answers.map(({ status, json }) => {
      expect(status).toBe(422);
      return (json as { errors: { pointer: string; detail: string }[] }).errors;
    });
    expect(english?.map(({ pointer }) => pointer).toSorted()).toEqual([
      "#/attendance",
      "#/colour",
      "#/first",
      "#/onClash/policy",
      "#/recurrence/rule",
      "#/recurrence/until",
      "#/startTime",
      "#/title",
    ]);
    expect(welsh?.map(({ pointer }) => pointer)).toEqual(english?.map(({ pointer }) => pointer));
    for (const [index, { detail }] of (welsh ?? []).entries()) {
      expect(detail).not.toBe(english?.[index]?.detail);
    }
  });

  it.each([
    [
      "a rule that is none",
      { recurrence: { rule: "EVERY TUESDAY", count: 2 } },
      "RECURRENCE_INVALID",
      "#/recurrence/rule",
    ],
    [
      "a rule beyond what is supported",
      { recurrence: { rule: "FREQ=HOURLY", count: 2 } },
      "RECURRENCE_UNSUPPORTED",
      "#/recurrence/rule",
    ],
    [
      "a series without an end",
      { recurrence: { rule: "FREQ=WEEKLY" } },
      "RECURRENCE_UNBOUNDED",
      "#/recurrence",
    ],
    ["a space that is not there", { space: "moon-base" }, "SPACE_UNKNOWN", "#/space"],
    ["a layout that is not there", { layout: "stars" }, "LAYOUT_UNKNOWN", "#/layout"],
    ["an end before its start", { endTime: "17:00" }, "REQUEST_INVALID", "#/endTime"],
  ])("%s is named by its code and its place", async (_name, change, code, pointer) => {
    const answer = await api.call("POST bookings/preview", {
      as: "hirer",
      body: { ...TUESDAYS, ...change },
    });
    expect(answer.status).toBe(422);
    expect(answer.at("code")).toBe(code);
    expect(answer.at("errors.0.pointer")).toBe(pointer);
  });

  it("that has a bad rule of recurrence is told so in Welsh, with what was given and what to write", async () => {
    const { json } = await api.call("POST bookings/preview", {
      as: "hirer",
      body: { ...TUESDAYS, recurrence: { rule: "FREQ=HOURLY", count: 2 } },
      headers: { "accept-language": "cy" },
    });
    const detail =
      "Nid yw Neuadd yn ehangu hyn: FREQ=HOURLY. Defnyddiwch DAILY, WEEKLY, MONTHLY neu YEARLY.";
    expect(json).toMatchObject({
      code: "RECURRENCE_UNSUPPORTED",
      detail,
      errors: [{ pointer: "#/recurrence/rule", detail }],
    });
  });

  it.each([
    ["broken JSON", "{", {}, 400, "BODY_NOT_JSON"],
    [
      "another media type",
      "a=b",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "MEDIA_TYPE_UNSUPPORTED",
    ],
    [
      "another character set",
      "{}",
      { "content-type": "application/json; charset=latin1" },
      415,
      "MEDIA_TYPE_UNSUPPORTED",
    ],
    ["a list instead of an object", "[]", {}, 422, "BODY_INVALID"],
    ["too much", JSON.stringify({ title: "a".repeat(70_000) }), {}, 413, "BODY_TOO_LARGE"],
  ])("%s is refused", async (_name, body, headers, status, code) => {
    const answer = await api.call("POST bookings/preview", { as: "hirer", body, headers });
    expect(answer.status).toBe(status);
    expect(answer.at("code")).toBe(code);
  });

  it("is refused when it is empty or not UTF-8", async () => {
    const empty = await api.call("POST bookings/preview", { as: "hirer" });
    expect([empty.status, empty.at("code"), empty.at("errors.0.pointer")]).toEqual([
      422,
      "BODY_INVALID",
      "#",
    ]);
    const response = await api.app.request(`/v1/schools/${SCHOOL}/bookings/preview`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${api.keys.hirer ?? ""}`,
        "content-type": "application/json",
      },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    });
    expect(response.status).toBe(400);
  });
});
