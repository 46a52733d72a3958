import { testPlugin } from "@neuadd/plugin-kit/testing";
import { describe, expect, it } from "vitest";
import { openEmailHost, SEASON } from "../test/open-email-host.ts";
import { postOffice } from "../test/post-office.ts";
import { email, type EmailOptions, MailRefused } from "./index.ts";

const COMPANY = "hir_busnes";

testPlugin(() => email({ from: "lettings@school.example", transport: postOffice() }), {
  describe,
  it,
});

/** A mail server that can't be reached: every letter is kept whole. */
const closedOffice = () => Object.assign(postOffice(), { fault: new Error("ECONNREFUSED") });

describe("while no letter can be sent", () => {
  testPlugin(() => email({ from: "lettings@school.example", transport: closedOffice() }), {
    describe,
    it,
  });
});

async function open(given: Partial<EmailOptions> = {}) {
  const test = await openEmailHost(given);
  const { host, office } = test;
  return {
    ...test,
    subjects: () => office.sent.map(({ subject }) => subject),
    at: host.host.now(),
    letters: async (query = ""): Promise<readonly Record<string, unknown>[]> => {
      const path = `/schools/${host.school}/letters${query}`;
      const { items } = (await (await host.request(path, { as: "school" })).json()) as {
        items: readonly Record<string, unknown>[];
      };
      return items;
    },
  };
}

describe("letters", () => {
  it("go to the hirer in the language that it has asked for, from the school", async () => {
    const { host, office } = await open({
      replyTo: { "ysgol-y-prawf": "swyddfa@ysgol.example" },
    });
    await host.ledger().request(SEASON);
    await host.ledger().request({ ...SEASON, hirer: COMPANY, space: "community-room" });
    await host.deliver();
    const [welsh, english] = office.sent;
    expect(welsh).toMatchObject({
      from: { name: "Ysgol y Prawf", address: "lettings@school.example" },
      to: { name: "Ysgrifennydd y clwb", address: "ysgrifennydd@clwb.example" },
      replyTo: "swyddfa@ysgol.example",
      language: "cy",
      subject: "Cais wedi dod i law: Badminton",
    });
    expect(welsh).not.toHaveProperty("calendar");
    expect(english).toMatchObject({
      from: { name: "Trial School" },
      language: "en",
      subject: "Request received: Badminton",
    });
  });

  it("tell of each step, with the calendar from the approval on", async () => {
    const { host, office, subjects } = await open();
    const ledger = host.ledger();
    const { id } = await ledger.request(SEASON);
    await ledger.approve(id);
    await host.deliver();
    ledger.cancelOccurrence(id, "2026-09-15");
    await host.deliver();
    ledger.cancel(id, "school");
    await host.deliver();
    expect(subjects()).toEqual([
      "Cais wedi dod i law: Badminton",
      "Archeb wedi'i chymeradwyo: Badminton",
      "Dyddiadau wedi'u canslo: Badminton",
      "Archeb wedi'i chanslo: Badminton",
    ]);
    expect(office.sent.map(({ calendar }) => calendar?.method)).toEqual([
      undefined,
      "REQUEST",
      "REQUEST",
      "CANCEL",
    ]);
    const sequences = office.sent.map(
      ({ calendar }) => /SEQUENCE:(\d+)/.exec(calendar?.text ?? "")?.[1],
    );
    const numbers = sequences.slice(1).map(Number);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    expect(new Set(numbers).size).toBe(3);
    expect(office.sent[2]?.calendar?.text).toContain("EXDATE;TZID=Europe/London:20260915T180000");
    expect(office.sent[2]?.text).toContain(
      "Ni chynhelir y dyddiadau hyn:\n- Dydd Mawrth 15 Medi 2026",
    );
  });

  it("are one for all that a command did to a booking, and tell why the space is needed", async () => {
    const { host, office, subjects } = await open();
    const ledger = host.ledger();
    const { id } = await ledger.request(SEASON);
    await ledger.approve(id);
    await host.deliver();
    ledger.block({
      space: "main-hall",
      kind: "examination",
      first: "2026-09-08",
      last: "2026-09-15",
    });
    await host.deliver();
    expect(subjects().slice(2)).toEqual(["Nid yw'r lle ar gael: Badminton"]);
    expect(office.sent[2]?.text).toMatch(
      /8 Medi[^]*15 Medi[^]*Y dyddiadau:\n- Dydd Mawrth 22 Medi/,
    );
  });

  it("are sent once, though their entry comes again, and after a restart too", async () => {
    const { host, office } = await open();
    const { id } = await host.ledger().request(SEASON);
    await host.ledger().approve(id);
    await host.deliver();
    await host.deliverAgain();
    await host.restart();
    await host.deliverAgain();
    await host.runJob("send");
    expect(office.sent).toHaveLength(2);
  });

  it("don't tell of what was long ago", async () => {
    const { host, office, wait } = await open();
    await host.ledger().request(SEASON);
    wait(15 * 24 * 60);
    await host.deliver();
    expect(office.sent).toEqual([]);
  });

  it("keep nothing of what was in them once they are sent, and no log knows whom they went to", async () => {
    const { host, letters } = await open();
    await host.ledger().request(SEASON);
    await host.deliver();
    expect(await letters()).toMatchObject([
      { state: "sent", kind: "requested", hirer: "hir_clwb" },
    ]);
    expect(await host.dump()).not.toContain("Badminton");
    expect(await host.dump()).not.toContain("clwb.example");
    expect(JSON.stringify(host.logs)).not.toContain("clwb.example");
  });
});

describe("an outage", () => {
  it("loses nothing: letters wait, with growing pauses, and go out in order", async () => {
    const { host, office, wait, letters, subjects } = await open();
    office.fault = Object.assign(new Error("connect to 192.0.2.1"), { code: "ECONNECTION" });
    const { id } = await host.ledger().request(SEASON);
    await host.ledger().approve(id);
    await host.deliver();
    expect(office.sent).toEqual([]);
    expect(await letters("?state=queued")).toMatchObject([
      { attempts: expect.any(Number), state: "queued" },
      { state: "queued" },
    ]);
    for (let hour = 0; hour < 30; hour += 1) {
      wait(60);
      await host.runJob("send");
    }
    const outcomes = (await letters()).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["ECONNECTION", "ECONNECTION"]);
    office.fault = undefined;
    wait(60);
    await host.runJob("send");
    expect(subjects()).toEqual([
      "Cais wedi dod i law: Badminton",
      "Archeb wedi'i chymeradwyo: Badminton",
    ]);
    expect(JSON.stringify(host.logs)).not.toContain("192.0.2.1");
  });

  it("does not keep listeners waiting one after the other", async () => {
    const { host, office } = await open();
    let tries = 0;
    office.send = async () => {
      tries += 1;
      throw Object.assign(new Error("down"), { code: "ETIMEDOUT" });
    };
    for (const space of ["sports-hall-a", "sports-hall-b", "community-room"]) {
      await host.ledger().request({ ...SEASON, space });
    }
    await host.deliver();
    expect(tries).toBe(1);
  });

  it("of more than a week leaves the letter to a person, who has it sent again", async () => {
    const { host, office, wait, letters } = await open();
    office.fault = Object.assign(new Error("busy"), { responseCode: 451 });
    await host.ledger().request(SEASON);
    await host.deliver();
    for (let day = 0; day < 9; day += 1) {
      wait(24 * 60);
      await host.runJob("send");
    }
    const [letter] = await letters("?state=undelivered");
    expect(letter).toMatchObject({ outcome: "451", state: "undelivered" });
    office.fault = undefined;
    const path = `/schools/${host.school}/letters/${String(letter?.["id"])}/resend`;
    expect((await host.request(path, { method: "POST", as: "school" })).status).toBe(202);
    await host.runJob("send");
    expect(office.sent).toHaveLength(1);
  });
});

describe("a bounce", () => {
  it("is shown to the school, and the letter kept until it is sent again", async () => {
    const { host, office, letters } = await open();
    office.fault = new MailRefused("550");
    await host.ledger().request(SEASON);
    await host.deliver();
    await host.runJob("send");
    const [letter] = await letters();
    expect(letter).toMatchObject({ state: "refused", outcome: "550", attempts: 1 });
    expect(await host.page("outbox", "cy")).toContain("Gwrthodwyd gan weinydd post y llogwr (550)");
    office.fault = undefined;
    const path = `/schools/${host.school}/letters/${String(letter?.["id"])}/resend`;
    await host.request(path, { method: "POST", as: "school" });
    await host.runJob("send");
    expect(office.sent).toHaveLength(1);
    expect(await host.page("outbox", "en")).toContain("Every letter has been sent.");
  });
});

describe("letters to those who are gone", () => {
  it("are not sent to a contact that was erased, and go once the hirer has another", async () => {
    const { host, office, letters } = await open();
    await host.ledger().request(SEASON);
    await host.personal.erasePerson("ysgrifennydd@clwb.example");
    await host.deliver();
    expect(office.sent).toEqual([]);
    expect(await letters()).toMatchObject([{ state: "refused", outcome: "ADDRESS_ERASED" }]);
  });

  it("are forgotten a year after they were sent or given up, and never while they wait", async () => {
    const { host, office, letters, wait } = await open();
    await host.ledger().request(SEASON);
    await host.deliver();
    office.fault = new Error("ECONNREFUSED");
    await host.ledger().request({ ...SEASON, space: "community-room" });
    await host.deliver();
    wait(366 * 24 * 60);
    expect(await letters()).toHaveLength(2);
    expect(await host.personal.expire()).toBe(1);
    expect(await letters()).toMatchObject([{ state: "queued" }]);
  });
});

describe("a letter that is being sent", () => {
  it("is not sent by another in the meantime, and is free again if its sender dies", async () => {
    const { host, office, wait } = await open();
    let openGate = (): void => {};
    const gate = new Promise<void>((resolve) => (openGate = resolve));
    let tries = 0;
    office.send = async () => {
      tries += 1;
      await gate;
    };
    await host.ledger().request(SEASON);
    const delivering = host.deliver();
    while (tries === 0) await new Promise((resolve) => setImmediate(resolve));
    await host.runJob("send");
    expect(tries).toBe(1);
    wait(6);
    const second = host.runJob("send");
    while (tries < 2) await new Promise((resolve) => setImmediate(resolve));
    openGate();
    await Promise.all([delivering, second]);
    expect(tries).toBe(2);
  });
});

describe("reminders", () => {
  it("come before the first date and after a break, once each", async () => {
    const { host, office, subjects } = await open();
    const { id } = await host.ledger().request({
      ...SEASON,
      recurrence: { rule: "FREQ=WEEKLY", count: 8, termTimeOnly: true },
      first: "2026-10-13",
    });
    await host.ledger().approve(id);
    await host.deliver();
    office.sent.length = 0;
    const remindedOn: string[] = [];
    for (let day = 0; day < 90; day += 1) {
      host.setNow(Date.UTC(2026, 8, 1 + day, 12));
      const before = office.sent.length;
      await host.runJob("remind");
      await host.runJob("remind");
      if (office.sent.length > before)
        remindedOn.push(new Date(host.host.now()).toISOString().slice(0, 10));
    }
    expect(remindedOn).toEqual(["2026-10-10", "2026-10-31"]);
    expect(subjects()).toEqual(["Yn dechrau cyn hir: Badminton", "Yn dechrau cyn hir: Badminton"]);
  });

  it("are not written where they are not wanted", async () => {
    const { host, office } = await open({ reminderDays: 0 });
    const { id } = await host.ledger().request(SEASON);
    await host.ledger().approve(id);
    await host.deliver();
    host.setNow(Date.UTC(2026, 8, 7));
    await host.runJob("remind");
    expect(office.sent).toHaveLength(2);
  });
});

describe("the api", () => {
  const letter = {
    key: "hirer-checks/1",
    school: "ysgol-y-prawf",
    hirer: COMPANY,
    subject: { cy: "Yswiriant", en: "Insurance" },
    paragraphs: [{ cy: "Mae'n dod i ben.", en: "It ends soon." }],
  };

  it("sends a letter of another plugin once, in the language of the hirer", async () => {
    const { host, office } = await open();
    expect(await host.api.write(letter)).toBe(true);
    expect(await host.api.write(letter)).toBe(true);
    expect(office.sent).toMatchObject([{ subject: "Insurance", language: "en" }]);
    expect(office.sent[0]?.text).toContain("It ends soon.");
    expect(await host.api.write({ ...letter, key: "2", hirer: "hir_none" })).toBe(false);
  });
});

describe("the preview page", () => {
  it("shows every letter in both languages to anyone", async () => {
    const { host } = await open();
    for (const language of ["cy", "en"] as const) {
      const html = await host.page("", language);
      expect(html).toContain("Archeb wedi&#39;i chymeradwyo: Badminton");
      expect(html).toContain("Booking approved: Badminton");
      expect(html).toContain(`lang="${language === "cy" ? "en" : "cy"}"`);
    }
  });
});

describe("email", () => {
  it("refuses an address or days that can't be, and doing without a mail server", () => {
    const transport = postOffice();
    const written: object = { from: "a@b.example", smtp: { host: "mail.b.example" } };
    expect(() => email(written as EmailOptions)).toThrow("smtpTransport");
    expect(() => email({ from: "nobody", transport })).toThrow(RangeError);
    const mistyped: object = { from: "a@b.example", transport, replyto: {} };
    expect(() => email(mistyped as EmailOptions)).toThrow(
      'email: "replyto" is no option. There are transport, from, replyTo, reminderDays.',
    );
    expect(() => email({ from: "a@b.example\n", transport })).toThrow(RangeError);
    expect(() => email({ from: "a@b.example", transport, replyTo: { x: "y" } })).toThrow('"y"');
    expect(() => email({ from: "a@b.example", transport, reminderDays: 1.5 })).toThrow("1.5");
  });
});
