import { must, mustBeBilingual, onHost, RAW_NAME, type Check } from "./check.ts";
import { liveThroughSeason } from "./school-life.ts";

/** What people see. */
export function pageChecks(): Readonly<Record<string, Check>> {
  return {
    "are written in both languages": (open) =>
      onHost(open, async (host) => {
        for (const { path, title } of host.parts.pages ?? []) {
          mustBeBilingual(title, `The title of the page "${path}"`);
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
  };
}
