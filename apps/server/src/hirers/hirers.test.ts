import { describe, expect, it } from "vitest";
import { makeHirer } from "../../test/fixtures/make-hirer.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import {
  SCHOOL,
  schoolDefinition,
  schoolLike,
  START,
} from "../../test/fixtures/school-definition.ts";
import { changeHirer } from "./change-hirer.ts";
import { createHirer } from "./create-hirer.ts";
import { knowsHirer } from "./knows-hirer.ts";
import { listHirers } from "./list-hirers.ts";
import { readHirer } from "./read-hirer.ts";

const club = {
  name: "Côr y Cwm",
  category: "communityGroup",
  language: "cy",
  contact: { name: "Yr ysgrifennydd", email: "cor@example.org", telephone: "01632 960001" },
} as const;

describe("createHirer", () => {
  it("keeps what it was given, and gives each member an id", async () => {
    const services = await makeServices();
    const members = [{ name: "Aelod", email: "aelod@example.org", role: "booker" }] as const;
    const hirer = await createHirer(services, { ...club, members });
    expect(hirer).toMatchObject({ ...club, createdAt: START, revision: 1 });
    expect(hirer.members).toEqual([
      { ...members[0], id: expect.stringMatching(/^mem_/) as string },
    ]);
    expect(await readHirer(services, hirer.id)).toEqual(hirer);
  });

  it("makes the school that enters a hirer know it", async () => {
    const services = await makeServices({ schools: [schoolDefinition, schoolLike("arall")] });
    const { id } = await createHirer(services, club, { school: SCHOOL });
    expect(await knowsHirer(services, SCHOOL, id)).toBe(true);
    expect(await knowsHirer(services, "arall", id)).toBe(false);
  });
});

describe("changeHirer", () => {
  it("changes what is given, and counts the change", async () => {
    const services = await makeServices();
    const { id } = await createHirer(services, club);
    const changed = await changeHirer(services, id, { name: "Côr Newydd" }, { revision: 1 });
    expect(changed).toMatchObject({ ...club, name: "Côr Newydd", revision: 2 });
    expect(await readHirer(services, id)).toEqual(changed);
  });

  it("lets one of two changes at once win, and tells the other the revision", async () => {
    const services = await makeServices();
    const { id } = await createHirer(services, club);
    const answers = await Promise.allSettled(
      ["Un", "Dau"].map((name) => changeHirer(services, id, { name }, { revision: 1 })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "REVISION_STALE", extensions: { revision: 2 } },
    });
    expect((await readHirer(services, id)).revision).toBe(2);
  });

  it("keeps members it has by their ids, and refuses ids it never gave", async () => {
    const services = await makeServices();
    const member = { name: "Aelod", email: "aelod@example.org", role: "viewer" } as const;
    const { id, members } = await createHirer(services, { ...club, members: [member] });
    const kept = { ...member, id: members[0]?.id ?? "", role: "owner" as const };
    const changed = await changeHirer(services, id, { members: [kept, member] }, { revision: 1 });
    expect(changed.members[0]).toEqual(kept);
    expect(changed.members[1]?.id).not.toBe(kept.id);
    await expect(
      changeHirer(services, id, { members: [{ ...member, id: "mem_x" }] }, { revision: 2 }),
    ).rejects.toMatchObject({ code: "MEMBER_UNKNOWN" });
    expect((await readHirer(services, id)).revision).toBe(2);
  });

  it("knows no hirer that was never entered", async () => {
    const services = await makeServices();
    const unknown = { code: "HIRER_UNKNOWN" };
    await expect(readHirer(services, "hir_x")).rejects.toMatchObject(unknown);
    await expect(changeHirer(services, "hir_x", {}, { revision: 1 })).rejects.toMatchObject(
      unknown,
    );
    await expect(createHirer(services, club, { school: "arall" })).rejects.toMatchObject({
      code: "SCHOOL_UNKNOWN",
    });
    expect((await listHirers(services, { limit: 9 })).items).toEqual([]);
  });
});

describe("listHirers", () => {
  it("goes through all that a school knows, page by page, each once", async () => {
    const services = await makeServices();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      services.clock.advance(1);
      ids.push((await createHirer(services, club, { school: SCHOOL })).id);
      await makeHirer(services);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listHirers(services, {
        school: SCHOOL,
        limit: 2,
        ...(after && { after }),
      });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(ids);
    expect((await listHirers(services, { limit: 100 })).items).toHaveLength(10);
  });

  it("refuses a cursor that no page gave", async () => {
    const services = await makeServices();
    await expect(listHirers(services, { limit: 2, after: "%%%" })).rejects.toMatchObject({
      code: "QUERY_INVALID",
    });
  });
});
