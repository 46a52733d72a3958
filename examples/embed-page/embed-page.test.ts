import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type ServerType, serve } from "@hono/node-server";
import { createServer, importSchool, type Server } from "@neuadd/server";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { schoolSite } from "./src/index.ts";

const SCHOOL = "brynmawr-foundation";
const CHROMIUM = process.env["CHROMIUM"] || "/usr/bin/chromium";
/** Debian's without windows, or the whole. */
const browserPath = [`${CHROMIUM}-headless-shell`, CHROMIUM].find((path) => existsSync(path));

describe("the page of a school", () => {
  let server: Server;
  let site: ServerType;
  let [serverAddress, siteAddress] = ["", ""];

  beforeAll(async () => {
    server = await createServer(
      { store: { sqlite: ":memory:" }, port: 0, clock: "2026-08-24T08:00:00Z", logLevel: "silent" },
      { site: schoolSite({ server: "", path: "/demo/embed", school: SCHOOL }) },
    );
    const file = new URL(`../blaenau-gwent/schools/${SCHOOL}.yaml`, import.meta.url);
    await importSchool(server.services, "system", parse(await readFile(file, "utf8")));
    serverAddress = (await server.listen()).url;
    const own = schoolSite({ server: serverAddress, path: "", school: SCHOOL });
    siteAddress = await new Promise((resolve) => {
      site = serve({ fetch: own.fetch, port: 0 }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
  });

  afterAll(async () => {
    await new Promise((resolve) => site.close(resolve));
    await server.close();
  });

  it("stands on its own origin and beside the server's pages, in both languages, under a strict policy", async () => {
    const addresses = ["", "/cy"].flatMap((path) => [
      siteAddress + path,
      `${serverAddress}/demo/embed${path}`,
    ]);
    for (const address of addresses) {
      const response = await fetch(address);
      const policy = response.headers.get("content-security-policy");
      expect(response.status).toBe(200);
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain("unsafe");
      expect(await response.text()).toContain(`<neuadd-availability id="hall" school="${SCHOOL}"`);
    }
  });

  it.skipIf(browserPath === undefined && process.env["NEUADD_REQUIRE_ALL"] !== "1")(
    "shows the widget from both (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
    async () => {
      const browser = await chromium.launch({
        executablePath: browserPath ?? CHROMIUM,
        args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      });
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      for (const address of [siteAddress, `${serverAddress}/demo/embed/cy`]) {
        await page.goto(address);
        await page.locator('neuadd-availability [aria-busy="false"]').waitFor();
        await page.locator('[data-date="2026-08-26"]').click();
        const button = page.locator("neuadd-book-button .link");
        await expect.poll(() => button.getAttribute("href")).toContain("date=2026-08-26");
        await page.locator("neuadd-whats-on .heading").waitFor();
      }
      await browser.close();
      expect(complaints).toEqual([]);
    },
  );
});
