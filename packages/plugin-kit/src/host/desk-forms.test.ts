import { z } from "@hono/zod-openapi";
import { describe, expect, it } from "vitest";
import type { DeskAction } from "../desk-action.ts";
import { deskForms, type RefusedForm } from "./desk-forms.ts";

const rename: DeskAction = {
  id: "rename",
  label: { cy: "Ailenwi", en: "Rename" },
  fields: z.object({ id: z.string(), name: z.string() }),
  run: async () => ({ cy: "Fe'i hailenwyd.", en: "It has been renamed." }),
};

function open(refused?: RefusedForm) {
  const made = deskForms({
    language: "cy",
    actions: [rename],
    token: "t0ken",
    ...(refused && { refused }),
  });
  const formOf = (id: string): string =>
    made
      .form("rename", { hidden: { id }, about: id, fields: [{ name: "name", label: "Enw" }] })
      .toString();
  return { ...made, formOf };
}

describe("the forms of a desk page", () => {
  it("hold the token, what is sent along, and labels that lead to their fields", () => {
    const { formOf } = open();
    const [one, other] = [formOf("a"), formOf("b")];
    expect(one).toContain('<input type="hidden" name="desk.token" value="t0ken" />');
    expect(one).toContain('<input type="hidden" name="id" value="a" />');
    expect(one).toContain('<label for="rename-1-name">Enw</label>');
    expect(other).toContain('<label for="rename-2-name">Enw</label>');
    expect(one).toContain("Ailenwi");
  });

  it("escape what comes from data", () => {
    const text = open().formOf('"><b>');
    expect(text).not.toContain("<b>");
    expect(text).toContain('value="&quot;&gt;&lt;b&gt;"');
  });

  it("come back as they were sent, the one that was, with what its fields are called", () => {
    const faults = new Map([["name", { cy: "Mae angen y maes hwn.", en: "It is needed." }]]);
    const { formOf, refusedLabels } = open({
      action: "rename",
      values: { id: "b", name: "Côr" },
      faults,
    });
    expect(formOf("a")).not.toContain("Côr");
    expect(refusedLabels.size).toBe(0);
    const refused = formOf("b");
    expect(refused).toContain('value="Côr"');
    expect(refused).toContain('<p class="fault" id="refused-name-fault">Mae angen y maes hwn.</p>');
    expect(refusedLabels).toEqual(new Map([["name", "Enw"]]));
  });

  it("are of actions that the page has", () => {
    expect(() => open().form("burn")).toThrow('The page has no action "burn".');
  });
});
