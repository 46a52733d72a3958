import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueKey } from "../apps/server/src/keys/issue-key.ts";
import { makeHirer } from "../apps/server/test/fixtures/make-hirer.ts";
import { hasNoBrowser, openBrowser } from "../apps/server/test/fixtures/open-browser.ts";
import { openSites, type Sites } from "../apps/server/test/fixtures/open-sites.ts";
import { SCHOOL } from "../apps/server/test/fixtures/school-definition.ts";
import { visit } from "../apps/server/test/fixtures/visit.ts";
import { workspaceRoot } from "./workspace-files.ts";

/** Reads what anyone may, is refused, is stopped, and previews with a key, which is the hirer's. */
const CALLS = (server: string, key: string) => `
  const codeOf = ({ code, name }) => (name === "AbortError" ? name : code);
  const anyone = neuadd.createClient({ server: "${server}" });
  const club = neuadd.createClient({ server: "${server}", key: "${key}", retries: 0 });
  const request = { space: "main-hall", title: "Côr", activity: "choir", first: "2026-09-08", startTime: "18:00", endTime: "19:00" };
  Promise.all([
    anyone.spaces.availability("${SCHOOL}", "main-hall", { from: "2026-09-08", to: "2026-09-09" }).then(({ days }) => days[0].date),
    anyone.schools.get("nowhere").catch(codeOf),
    anyone.schools.list({ signal: AbortSignal.abort() }).catch(codeOf),
    club.bookings.preview("${SCHOOL}", request).then(({ summary }) => summary.bookable, codeOf),
  ])`;

describe.skipIf(hasNoBrowser)(
  "the client in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let browser: Awaited<ReturnType<typeof openBrowser>>;
    let sites: Sites;
    let [code, key] = ["", ""];

    beforeAll(async () => {
      [browser, sites] = await Promise.all([openBrowser(), openSites()]);
      const { services } = sites.pages;
      const { id: owner } = await makeHirer(services);
      ({ key } = await issueKey(services, { kind: "hirer", owner, label: "clwb" }));
      const { outputFiles } = await build({
        entryPoints: [join(workspaceRoot, "packages/client/src/index.ts")],
        bundle: true,
        write: false,
        format: "iife",
        globalName: "neuadd",
        target: "es2022",
      });
      code = outputFiles[0]?.text ?? "";
    });
    afterAll(async () => {
      await browser.close();
      await sites.close();
    });

    it("may do everything from pages of the server, and from others read what is public, with no key", async () => {
      const answers = async (address: string): Promise<unknown> => {
        let answered: unknown;
        await visit(
          browser,
          address,
          async ({ page }) => {
            answered = await page.evaluate(`${code}; ${CALLS(sites.server, key)}`);
          },
          { bypassCSP: true },
        );
        return answered;
      };
      const publicly = ["2026-09-08", "SCHOOL_UNKNOWN", "AbortError"];
      expect(await answers(`${sites.server}/en`)).toEqual([...publicly, 1]);
      expect(await answers(sites.publish(""))).toEqual([...publicly, "NETWORK_FAILED"]);
    });
  },
);
