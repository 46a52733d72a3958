import { describe, expect, it } from "vitest";
import { openEmailHost, SEASON } from "../../test/open-email-host.ts";
import { MailRefused } from "../index.ts";

async function open() {
  const { host, office } = await openEmailHost();
  const letters = `/schools/${host.school}/letters`;
  return {
    host,
    office,
    ledger: host.ledger(),
    subjects: () => office.sent.map(({ subject }) => subject.split(":")[0]),
    resend: async (letter: unknown) => {
      const path = `${letters}/${String(letter)}/resend`;
      const answer = await host.request(path, { method: "POST", as: "school" });
      await host.runJob("send");
      if (answer.ok) return answer.status;
      return [answer.status, ((await answer.json()) as { readonly code: string }).code];
    },
    resendAll: async (): Promise<unknown> => {
      const answer = await host.request(`${letters}/resend`, { method: "POST", as: "school" });
      await host.runJob("send");
      return answer.json();
    },
    /** Ids of the school's letters, by kind. */
    ids: async (): Promise<Readonly<Record<string, string>>> => {
      const { items } = (await (await host.request(letters, { as: "school" })).json()) as {
        items: readonly { readonly id: string; readonly kind: string }[];
      };
      return Object.fromEntries(items.map(({ id, kind }) => [kind, id]));
    },
  };
}

describe("a letter that was sent, and came back", () => {
  it("is written anew and sent again, as another message", async () => {
    const { host, office, ledger, ids, resend } = await open();
    const { id } = await ledger.request(SEASON);
    await ledger.approve(id);
    await host.deliver();
    ledger.cancelOccurrence(id, "2026-09-15", "school");
    await host.deliver();
    const before = office.sent.at(-1);
    expect(await host.dump()).not.toContain("Badminton");
    expect(await resend((await ids())["datesCancelled"])).toBe(202);
    const again = office.sent.at(-1);
    expect(office.sent).toHaveLength(4);
    expect(again).toEqual({ ...before, messageId: expect.any(String) });
    expect(again?.messageId).not.toBe(before?.messageId);
    expect(await host.dump()).not.toContain("Badminton");
  });

  it("is not sent again once a later letter tells how the booking stands", async () => {
    const { host, ledger, ids, resend, subjects } = await open();
    const { id } = await ledger.request(SEASON);
    await ledger.approve(id);
    await host.deliver();
    ledger.cancel(id, "school");
    await host.deliver();
    const letters = await ids();
    expect(await resend(letters["approved"])).toEqual([409, "email/LETTER_OVERTAKEN"]);
    expect(await resend(letters["cancelled"])).toBe(202);
    expect(subjects().slice(2)).toEqual(["Archeb wedi'i chanslo", "Archeb wedi'i chanslo"]);
  });

  it("of another plugin can't be written again", async () => {
    const { host, ids, resend } = await open();
    await host.api.write({
      key: "cover",
      school: host.school,
      hirer: "hir_clwb",
      subject: { cy: "Yswiriant", en: "Insurance" },
      paragraphs: [{ cy: "Mae'n dod i ben.", en: "It ends soon." }],
    });
    expect(await resend((await ids())["notice"])).toEqual([409, "email/LETTER_FORGOTTEN"]);
    expect(await resend("none")).toEqual([404, "email/LETTER_UNKNOWN"]);
  });
});

describe("the page of letters that did not arrive", () => {
  async function refused() {
    const opened = await open();
    opened.office.fault = new MailRefused("554");
    await opened.ledger.request(SEASON);
    await opened.host.deliver();
    opened.office.fault = undefined;
    return opened;
  }

  it("has a button for each of them, and one for all", async () => {
    const outcomes = {
      resend: {
        cy: "Bydd y llythyr yn mynd eto o fewn munud.",
        en: "The letter goes out again within a minute.",
      },
      "resend-all": {
        cy: "Bydd un llythyr yn mynd eto o fewn munud.",
        en: "One letter goes out again within a minute.",
      },
    };
    for (const [action, done] of Object.entries(outcomes)) {
      const { host, subjects } = await refused();
      const forms = await host.forms("outbox");
      expect(forms.map((form) => form.action)).toEqual(["resend", "resend-all"]);
      expect(await host.page("outbox", "en", { as: "operator" })).toContain("(letters: 1)");
      const form = forms.find((one) => one.action === action);
      expect(await host.send("outbox", form ?? { action: "", values: {} })).toEqual({ done });
      await host.runJob("send");
      expect(subjects()).toEqual(["Cais wedi dod i law"]);
      expect(await host.forms("outbox")).toEqual([]);
    }
  });

  it("says why a letter can't be sent again, and does nothing for another school", async () => {
    const { host } = await refused();
    const [form] = await host.forms("outbox");
    if (form === undefined) throw new Error("There must be a form.");
    const { faults } = await host.send("outbox", form, { as: "otherSchool" });
    expect([...(faults?.values() ?? [])]).toEqual([{ cy: "FORBIDDEN", en: "FORBIDDEN" }]);
    await host.send("outbox", form);
    const again = await host.send("outbox", form);
    expect(again.faults?.get("")?.en).toContain("Only a letter that was sent, refused or given up");
    expect(await host.forms("outbox")).toEqual([]);
  });
});

describe("letters that were all refused", () => {
  it("are sent again at once, in order, but for those that a later letter has overtaken", async () => {
    const { host, office, ledger, subjects, resendAll } = await open();
    office.fault = new MailRefused("554");
    const { id } = await ledger.request(SEASON);
    const other = await ledger.request({ ...SEASON, hirer: "hir_busnes", space: "community-room" });
    await ledger.approve(id);
    await host.deliver();
    office.fault = undefined;
    await ledger.approve(other.id);
    await host.deliver();
    expect(subjects()).toEqual(["Booking approved"]);
    expect(await resendAll()).toEqual({ queued: 2 });
    expect(subjects().slice(1)).toEqual(["Cais wedi dod i law", "Archeb wedi'i chymeradwyo"]);
    expect(await resendAll()).toEqual({ queued: 0 });
    const all = { action: "resend-all", values: { school: host.school } };
    expect((await host.send("outbox", all)).done).toEqual({
      cy: "Nid oes llythyr i'w anfon eto. Mae un yn aros fel y mae, gan fod llythyr diweddarach ar yr un archeb wedi'i ddisodli.",
      en: "There is no letter to send again. One stays as it is: a later letter on the same booking has overtaken it.",
    });
  });
});
