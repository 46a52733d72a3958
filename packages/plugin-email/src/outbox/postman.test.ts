import { describe, expect, it } from "vitest";
import { openEmailHost, SEASON } from "../../test/open-email-host.ts";
import { MailRefused } from "../index.ts";

const OUTAGE = Object.assign(new Error("connect"), { code: "ECONNECTION" });

async function open() {
  const test = await openEmailHost();
  return {
    ...test,
    kinds: () =>
      test.office.sent.map(({ subject, calendar }) => [
        subject.split(":")[0],
        calendar && /SEQUENCE:\d+/.exec(calendar.text)?.[0],
      ]),
  };
}

/** An approval that an outage of four hours has held up, so that its next try is an hour away. */
async function approvalHeldUp() {
  const test = await open();
  const ledger = test.host.ledger();
  const { id } = await ledger.request(SEASON);
  await test.host.deliver();
  test.office.sent.length = 0;
  test.office.fault = OUTAGE;
  await ledger.approve(id);
  await test.host.deliver();
  for (let minute = 0; minute < 240; minute += 20) {
    test.wait(20);
    await test.host.runJob("send");
  }
  test.wait(2);
  return { ...test, ledger, id };
}

const IN_ORDER = [
  ["Archeb wedi'i chymeradwyo", "SEQUENCE:3"],
  ["Archeb wedi'i chanslo", "SEQUENCE:4"],
];

describe("the letters on one booking", () => {
  it("go out in the order of what happened: one that waited goes before one that is new", async () => {
    const { host, office, ledger, id, kinds } = await approvalHeldUp();
    office.fault = undefined;
    ledger.cancel(id, "school");
    await host.deliver();
    expect(kinds()).toEqual(IN_ORDER);
  });

  it("wait behind the first that can't be sent, while those on other bookings go", async () => {
    const { host, office, ledger, id, kinds, wait } = await approvalHeldUp();
    ledger.cancel(id, "school");
    await ledger.request({ ...SEASON, hirer: "hir_busnes", space: "community-room" });
    await host.deliver();
    const send = office.send.bind(office);
    let tries = 0;
    office.fault = undefined;
    office.send = async (message) => {
      if (!message.subject.includes("chymeradwyo")) return send(message);
      tries += 1;
      throw OUTAGE;
    };
    wait(60);
    await host.runJob("send");
    await host.runJob("send");
    expect(kinds()).toEqual([["Request received", undefined]]);
    expect(tries).toBe(1);
    office.send = send;
    wait(60);
    await host.runJob("send");
    expect(kinds().slice(1)).toEqual(IN_ORDER);
  });

  it("go on past one that is refused for good", async () => {
    const { host, office, ledger, id, kinds, wait } = await approvalHeldUp();
    const send = office.send.bind(office);
    office.fault = undefined;
    office.send = async (message) => {
      if (message.subject.includes("chymeradwyo")) throw new MailRefused("552");
      return send(message);
    };
    ledger.cancel(id, "school");
    await host.deliver();
    expect(kinds()).toEqual(IN_ORDER.slice(1));
    office.send = send;
    wait(120);
    await host.runJob("send");
    expect(kinds()).toEqual(IN_ORDER.slice(1));
  });

  it("never pass one that another is sending", async () => {
    const { host, office, ledger, id, kinds, wait } = await approvalHeldUp();
    const send = office.send.bind(office);
    let openGate = (): void => {};
    const gate = new Promise<void>((resolve) => (openGate = resolve));
    let tries = 0;
    office.fault = undefined;
    office.send = async (message) => {
      tries += 1;
      await gate;
      return send(message);
    };
    wait(60);
    const sending = host.runJob("send");
    while (tries === 0) await new Promise((resolve) => setImmediate(resolve));
    ledger.cancel(id, "school");
    await host.deliver();
    expect(tries).toBe(1);
    openGate();
    await sending;
    await host.runJob("send");
    expect(kinds()).toEqual(IN_ORDER);
  });
});
