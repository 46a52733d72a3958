import { z } from "@hono/zod-openapi";
import { describe, expect, it } from "vitest";
import type { DeskAction } from "../desk-action.ts";
import { answerDeskForm } from "./desk-form-answer.ts";

const Fields = z.object({ name: z.string().min(2), note: z.string().optional() });
const EXCHANGE = { requestId: "test", language: "en" } as const;
const RENAMED = { cy: "Fe'i hailenwyd.", en: "It has been renamed." };
const NO = { cy: "Na.", en: "No." };

function answer(values: Readonly<Record<string, string>>, run: DeskAction<typeof Fields>["run"]) {
  const action: DeskAction<typeof Fields> = {
    id: "rename",
    label: { cy: "Ailenwi", en: "Rename" },
    fields: Fields,
    run,
  };
  return answerDeskForm(action, values, EXCHANGE, (error) =>
    error instanceof RangeError ? NO : undefined,
  );
}

describe("a form that was sent", () => {
  it("is done with what its schema makes of it, where what is left empty is absent", async () => {
    const seen: unknown[] = [];
    const answered = await answer({ name: "Côr", note: "  " }, async (...given) => {
      seen.push(...given);
      return RENAMED;
    });
    expect(answered).toEqual({ done: RENAMED });
    expect(seen).toEqual([{ name: "Côr" }, EXCHANGE]);
  });

  it("is not done when its schema finds fault, which is told by field in both languages", async () => {
    const { faults } = await answer({ name: "C" }, () => Promise.reject(new Error("It was done.")));
    expect([...(faults?.keys() ?? [])]).toEqual(["name"]);
    expect(faults?.get("name")?.cy).not.toBe(faults?.get("name")?.en);
  });

  it("tells what it is refused with, and throws whatever else goes wrong", async () => {
    const refused = await answer({ name: "Côr" }, () => Promise.reject(new RangeError()));
    expect(refused).toEqual({ faults: new Map([["", NO]]) });
    const broken = answer({ name: "Côr" }, () => Promise.reject(new TypeError("broken")));
    await expect(broken).rejects.toThrow("broken");
  });

  it.each([
    ["nothing", undefined],
    ["one language alone", { en: "It has been renamed." }],
    ["an empty sentence", { cy: " ", en: "It has been renamed." }],
    ["too much for an address", { cy: "a".repeat(501), en: "a" }],
  ])("is a fault of the plugin where what came of it is %s", async (_what, outcome) => {
    // As a plugin in plain JavaScript may have it.
    const answered = answer({ name: "Côr" }, async () => outcome as typeof RENAMED);
    await expect(answered).rejects.toThrow("must answer what came of it");
  });
});
