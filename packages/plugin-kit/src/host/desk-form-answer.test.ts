import { z } from "@hono/zod-openapi";
import { describe, expect, it } from "vitest";
import type { DeskAction } from "../desk-action.ts";
import { answerDeskForm } from "./desk-form-answer.ts";

const Fields = z.object({ name: z.string().min(2), note: z.string().optional() });
const EXCHANGE = { requestId: "test", language: "en" } as const;
const NO = { cy: "Na.", en: "No." };

function answer(values: Readonly<Record<string, string>>, run: DeskAction<typeof Fields>["run"]) {
  const action: DeskAction<typeof Fields> = {
    id: "rename",
    label: { cy: "Ailenwi", en: "Rename" },
    fields: Fields,
    done: { cy: "Fe'i hailenwyd.", en: "It has been renamed." },
    run,
  };
  return answerDeskForm(action, values, EXCHANGE, (error) =>
    error instanceof RangeError ? NO : undefined,
  );
}

describe("a form that was sent", () => {
  it("is done with what its schema makes of it, where what is left empty is absent", async () => {
    const seen: unknown[] = [];
    const faults = await answer({ name: "Côr", note: "  " }, async (...given) => {
      seen.push(...given);
    });
    expect(faults.size).toBe(0);
    expect(seen).toEqual([{ name: "Côr" }, EXCHANGE]);
  });

  it("is not done when its schema finds fault, which is told by field in both languages", async () => {
    const faults = await answer({ name: "C" }, () => Promise.reject(new Error("It was done.")));
    expect([...faults.keys()]).toEqual(["name"]);
    expect(faults.get("name")?.cy).not.toBe(faults.get("name")?.en);
  });

  it("tells what it is refused with, and throws whatever else goes wrong", async () => {
    const refused = await answer({ name: "Côr" }, () => Promise.reject(new RangeError()));
    expect(refused).toEqual(new Map([["", NO]]));
    const broken = answer({ name: "Côr" }, () => Promise.reject(new TypeError("broken")));
    await expect(broken).rejects.toThrow("broken");
  });
});
