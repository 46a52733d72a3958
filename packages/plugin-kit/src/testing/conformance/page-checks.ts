import type { DeskAction } from "../../desk-action.ts";
import type { TestHost } from "../test-host.ts";
import { must, mustBeBilingual, onHost, RAW_NAME, type Check } from "./check.ts";
import { liveThroughSeason } from "./school-life.ts";

/** What people see. */
export function pageChecks(): Readonly<Record<string, Check>> {
  return {
    "are written in both languages": (open) =>
      onHost(open, async (host) => {
        for (const { path, title, actions = [] } of host.parts.pages ?? []) {
          mustBeBilingual(title, `The title of the page "${path}"`);
          for (const { id, label } of actions) {
            mustBeBilingual(label, `The button of the action "${id}"`);
          }
          const [welsh, english] = [await host.page(path, "cy"), await host.page(path, "en")];
          must(welsh !== english, `The page "${path}" must differ in Welsh and in English.`);
        }
      }),

    "escape names, and hold no script and no inline style": (open) =>
      onHost(open, async (host) => {
        await liveThroughSeason(host);
        await host.deliver();
        for (const { path } of host.parts.pages ?? []) {
          const html = await host.page(path, "en");
          must(!html.includes(RAW_NAME), `The page "${path}" must escape names: use html of hono.`);
          must(
            !/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i.test(html),
            `The page "${path}" must do without scripts and inline styles: they don't run.`,
          );
        }
      }),

    "say what is wrong with a form that nobody filled in": (open) =>
      onHost(open, async (host) => {
        for (const { path, action } of actionsOf(host)) {
          const before = await host.dump();
          const { faults } = await host.send(path, { action: action.id, values: {} });
          for (const sentence of faults?.values() ?? []) {
            mustBeBilingual(sentence, `What the action "${action.id}" refuses with`);
          }
          must(
            faults === undefined || (await host.dump()) === before,
            `The action "${action.id}" must refuse before it changes anything: the page says that nothing was changed.`,
          );
        }
      }),

    "say what came of the forms that they show": (open) =>
      onHost(open, async (host) => {
        await liveThroughSeason(host);
        await host.deliver();
        for (const { path } of host.parts.pages ?? []) {
          for (const form of await host.forms(path)) {
            const { done } = await host.send(path, form);
            if (done) mustBeBilingual(done, `What comes of the action "${form.action}"`);
          }
        }
      }),

    "do nothing for whoever is signed in for another school": (open) =>
      onHost(open, async (host) => {
        await liveThroughSeason(host);
        await host.deliver();
        for (const { path } of host.parts.pages ?? []) {
          for (const form of await host.forms(path)) {
            const before = await host.dump();
            for (const as of ["otherSchool", "otherAuthority"] as const) {
              const { faults } = await host.send(path, form, { as });
              must(
                faults !== undefined && (await host.dump()) === before,
                `The action "${form.action}" must ask host.access whether the caller may act for the school.`,
              );
            }
          }
        }
      }),
  };
}

function actionsOf({
  parts,
}: TestHost): readonly { readonly path: string; readonly action: DeskAction }[] {
  return (parts.pages ?? []).flatMap(({ path, actions = [] }) =>
    actions.map((action) => ({ path, action })),
  );
}
