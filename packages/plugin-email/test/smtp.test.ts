import ICAL from "ical.js";
import { openTestHost, type TestHost } from "@neuadd/plugin-kit/testing";
import { afterEach, describe, expect, it } from "vitest";
import { email, type EmailApi, type SmtpOptions, smtpTransport } from "../src/index.ts";
import { catchMail, type MailCatcher } from "./mail-catcher.ts";

const SEASON = {
  hirer: "hir_clwb",
  space: "main-hall",
  title: "Badminton ŵyl y gaeaf",
  activity: "badminton",
  first: "2026-10-13",
  startTime: "18:00",
  endTime: "20:00",
  recurrence: { rule: "FREQ=WEEKLY", count: 5, termTimeOnly: true },
};

let catcher: MailCatcher | undefined;
let host: TestHost<EmailApi> | undefined;

afterEach(async () => {
  await host?.close();
  await catcher?.close();
  host = undefined;
  catcher = undefined;
});

describe("smtpTransport", () => {
  it("refuses options that there are not: letters would go out less secure than was meant", () => {
    const mistyped: object = { host: "mail.school.example", security: "tls" };
    expect(() => smtpTransport(mistyped as SmtpOptions)).toThrow(
      'smtpTransport: "security" is no option. There are host, port, encryption, user, password.',
    );
    const unknown: object = { host: "mail.school.example", encryption: "ssl" };
    expect(() => smtpTransport(unknown as SmtpOptions)).toThrow(
      'smtpTransport: encryption is "ssl"; give one of starttls, tls, none.',
    );
  });
});

interface Given {
  readonly hirerEmail?: string;
  readonly from?: string;
  readonly account?: { readonly user: string; readonly password: string };
}

async function open(
  port: number,
  {
    hirerEmail = "ysgrifennydd@clwb.example",
    from = "lettings@school.example",
    account,
  }: Given = {},
) {
  const opened = await openTestHost(
    email({
      from,
      transport: smtpTransport({ host: "127.0.0.1", port, encryption: "none", ...account }),
    }),
    {
      hirers: [
        {
          id: "hir_clwb",
          name: "Clwb Badminton y Prawf",
          category: "club",
          language: "cy",
          contact: { name: "Ysgrifennydd", email: hirerEmail },
          members: [],
        },
      ],
    },
  );
  host = opened;
  return opened;
}

async function approved(port: number): Promise<TestHost<EmailApi>> {
  const opened = await open(port);
  const { id } = await opened.ledger().request(SEASON);
  await opened.ledger().approve(id);
  await opened.deliver();
  return opened;
}

describe("smtpTransport", () => {
  it("brings text, HTML and an invitation to a real mail server", async () => {
    catcher = await catchMail();
    await approved(catcher.port);
    const [request, approval] = catcher.messages;
    expect(request?.subject).toBe("Cais wedi dod i law: Badminton ŵyl y gaeaf");
    expect(request?.attachments).toEqual([]);
    expect(approval).toMatchObject({
      subject: "Archeb wedi'i chymeradwyo: Badminton ŵyl y gaeaf",
      from: { name: "Ysgol y Prawf", address: "lettings@school.example" },
      to: [{ name: "Ysgrifennydd", address: "ysgrifennydd@clwb.example" }],
      messageId: "<ysgol-y-prawf.bok_0001_000000003@neuadd.test>",
    });
    expect(approval?.text).toContain("Dydd Mawrth 13 Hydref 2026, 6yh i 8yh, Prif neuadd");
    expect(approval?.html).toContain('<html lang="cy">');
    const header = (name: string) => approval?.headers.find(({ key }) => key === name)?.value;
    expect(header("content-language")).toBe("cy");
    expect(header("auto-submitted")).toBe("auto-generated");
  });

  it("attaches a calendar that ical.js reads, with the method in its media type as well", async () => {
    catcher = await catchMail();
    await approved(catcher.port);
    const [, approval] = catcher.messages;
    const calendars = approval?.attachments ?? [];
    expect(calendars.map(({ mimeType, method }) => [mimeType, method])).toContainEqual([
      "text/calendar",
      "REQUEST",
    ]);
    for (const { content } of calendars) {
      const text = typeof content === "string" ? content : new TextDecoder().decode(content);
      const calendar = ICAL.Component.fromString(text);
      expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
      expect(calendar.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary")).toBe(
        "Badminton ŵyl y gaeaf",
      );
    }
  });

  it("tells a refused address from a server that is busy", async () => {
    catcher = await catchMail();
    for (const [address, state] of [
      ["550-nobody@clwb.example", "refused"],
      ["451-later@clwb.example", "queued"],
    ] as const) {
      const opened = await open(catcher.port, { hirerEmail: address });
      await opened.ledger().request(SEASON);
      await opened.deliver();
      const response = await opened.request(`/schools/${opened.school}/letters`, { as: "school" });
      expect(await response.json()).toMatchObject({
        items: [{ state, outcome: address.slice(0, 3), attempts: 1 }],
      });
      await opened.close();
    }
    host = undefined;
  });

  it("takes a no to the sender for an outage: no letter is refused for it", async () => {
    catcher = await catchMail();
    for (const [given, outcome] of [
      [{ from: "550-relay-denied@school.example" }, "550"],
      [{ hirerEmail: "530-log-in-first@clwb.example" }, "530"],
      [{ account: { user: "lettings", password: "old" } }, "535"],
    ] as const) {
      const opened = await open(catcher.port, given);
      await opened.ledger().request(SEASON);
      await opened.deliver();
      const response = await opened.request(`/schools/${opened.school}/letters`, { as: "school" });
      expect(await response.json()).toMatchObject({ items: [{ state: "queued", outcome }] });
      await opened.close();
    }
    host = undefined;
  });

  it("sends what has waited once the mail server is there again", async () => {
    const first = await catchMail();
    const { port } = first;
    await first.close();
    const opened = await approved(port);
    catcher = await catchMail(port);
    expect(catcher.messages).toEqual([]);
    opened.setNow(opened.host.now() + 2 * 60_000);
    await opened.runJob("send");
    expect(catcher.messages.map(({ subject }) => subject)).toEqual([
      "Cais wedi dod i law: Badminton ŵyl y gaeaf",
      "Archeb wedi'i chymeradwyo: Badminton ŵyl y gaeaf",
    ]);
  });

  it("goes no further in the clear when it is to be secure", async () => {
    catcher = await catchMail();
    const transport = smtpTransport({ host: "127.0.0.1", port: catcher.port });
    const message = {
      messageId: "<1@neuadd.test>",
      from: { name: "A", address: "a@school.example" },
      to: { name: "B", address: "b@club.example" },
      language: "cy",
      subject: "",
      text: "",
      html: "",
    } as const;
    await expect(transport.send(message)).rejects.toMatchObject({ code: "ETLS" });
    transport.close();
    expect(catcher.messages).toEqual([]);
  });
});
