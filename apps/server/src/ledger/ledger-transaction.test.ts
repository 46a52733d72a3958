import { sql } from "kysely";
import { describe, expect, it, vi } from "vitest";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL, schoolDefinition, schoolLike } from "../../test/fixtures/school-definition.ts";
import { inLedger } from "./ledger-transaction.ts";
import { schoolRevision } from "./school-model.ts";

describe("inLedger", () => {
  it("takes the next revision, and tells after the commit", async () => {
    const services = await makeServices();
    const revision = await inLedger(services, SCHOOL, "system", async (ledger) => {
      expect(services.announced).toEqual([]);
      ledger.emit("block.created", { block: "blk_1" });
      return ledger.revision;
    });
    expect(revision).toBe(2);
    expect(services.announced).toEqual([SCHOOL]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("leaves nothing behind when the work throws, not even the revision", async () => {
    const services = await makeServices();
    const work = inLedger(services, SCHOOL, "system", async (ledger) => {
      ledger.emit("block.created", {});
      await sql`delete from events`.execute(ledger.database);
      throw new Error("The work failed.");
    });
    await expect(work).rejects.toThrow("The work failed.");
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
    expect(services.announced).toEqual([]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("begins no write when another process may do the same by then", async () => {
    const services = await makeServices();
    const late = { ...services, beginWritesBefore: services.clock.now() };
    const work = vi.fn<() => Promise<void>>();
    await expect(inLedger(late, SCHOOL, "system", work)).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
    });
    expect(work).not.toHaveBeenCalled();
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
  });

  it("refuses a write that tells nothing: its revision would be a gap", async () => {
    const services = await makeServices();
    await expect(inLedger(services, SCHOOL, "system", async () => "done")).rejects.toThrow(
      "told no event",
    );
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
  });

  it("ends without a change when the work says so", async () => {
    const services = await makeServices();
    const answer = await inLedger<string>(services, SCHOOL, "system", async (ledger, unchanged) => {
      ledger.emit("block.created", {});
      throw unchanged("nothing to do");
    });
    expect(answer).toBe("nothing to do");
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
    expect(services.announced).toEqual([]);
  });

  it("knows no school that is not there", async () => {
    const services = await makeServices();
    await expect(
      inLedger(services, "arall", "system", async () => undefined),
    ).rejects.toMatchObject({ code: "SCHOOL_UNKNOWN" });
  });

  it("gives each of many writers at once a revision of its own, school by school", async () => {
    const services = await makeServices({ schools: [schoolDefinition, schoolLike("arall")] });
    const revisions = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        inLedger(services, index % 5 === 0 ? "arall" : SCHOOL, "system", async (ledger) => {
          ledger.emit("block.created", {});
          return ledger.revision;
        }),
      ),
    );
    expect(new Set(revisions.filter((_, index) => index % 5 !== 0)).size).toBe(40);
    expect(await schoolRevision(services, SCHOOL)).toBe(41);
    expect(await schoolRevision(services, "arall")).toBe(11);
    expect(await checkLedger(services.store)).toEqual([]);
  });
});
