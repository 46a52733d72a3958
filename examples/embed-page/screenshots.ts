import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { type BrowserContextOptions, chromium } from "playwright-core";
import { schoolSite } from "./src/index.ts";

// Makes the pictures of docs/guides/embedding.md from a demonstration that runs (`npm start`).
const server = process.env["NEUADD_SERVER"] ?? "http://localhost:3000";
const folder = fileURLToPath(new URL("../../docs/guides/images/", import.meta.url));
const school = "brynmawr-foundation";

interface Picture {
  readonly name: string;
  readonly address: string;
  /** What of the page is shown. */
  readonly part: string;
  readonly width: number;
  readonly height?: number;
  readonly dark?: true;
  /** A day whose details are to be seen. */
  readonly day?: string;
}

const site = await new Promise<{ address: string; close(): void }>((resolve) => {
  const own = schoolSite({ server, path: "", school });
  const listener = serve({ fetch: own.fetch, port: 0 }, ({ port }) =>
    resolve({ address: `http://localhost:${port}`, close: () => listener.close() }),
  );
});

const framed = (query: string): string => `${server}/embed/frame?school=${school}&${query}`;

const pictures: readonly Picture[] = [
  { name: "on-a-school-page", address: site.address, part: "body", width: 1000, height: 900 },
  {
    name: "week",
    address: framed("space=sports-hall&from=2026-09-07"),
    part: "neuadd-availability",
    width: 860,
    day: "2026-09-10",
  },
  {
    name: "month-cy",
    address: framed("space=sports-hall&from=2026-09-07&view=month&lang=cy"),
    part: "neuadd-availability",
    width: 860,
    day: "2026-09-10",
  },
  {
    name: "week-dark",
    address: framed("space=main-hall&from=2026-09-07"),
    part: "neuadd-availability",
    width: 860,
    dark: true,
  },
  {
    name: "narrow",
    address: framed("space=sports-hall&from=2026-09-07"),
    part: "neuadd-availability",
    width: 320,
  },
  {
    name: "snippets",
    address: `${server}/en/embed?school=${school}&space=sports-hall`,
    part: "body",
    width: 1000,
    height: 800,
  },
  {
    name: "request",
    address: `${server}/en/schools/${school}/request?space=sports-hall&date=2026-09-08&start=18:00&end=19:30`,
    part: "form",
    width: 800,
  },
];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});
for (const { name, address, part, width, height, dark, day } of pictures) {
  const options: BrowserContextOptions = {
    viewport: { width, height: height ?? 900 },
    colorScheme: dark ? "dark" : "light",
    locale: "en-GB",
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
  if (day !== undefined) await page.locator(`[data-date="${day}"]`).click();
  const path = `${folder}${name}.png`;
  if (height === undefined) await page.locator(part).first().screenshot({ path });
  else await page.screenshot({ path });
  await context.close();
  console.log(path);
}
await browser.close();
site.close();
