import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { type BrowserContextOptions, chromium } from "playwright-core";
import { schoolSite } from "./src/index.ts";

// Makes the pictures of docs/guides/embedding.md and embedding.cy.md from a demonstration that runs (`npm start`).
const server = process.env["NEUADD_SERVER"] ?? "http://localhost:3000";
const shownServer = "http://neuadd.example";
const folder = fileURLToPath(new URL("../../docs/guides/images/", import.meta.url));
const school = "brynmawr-foundation";

interface Picture {
  readonly name: string;
  readonly address: string;
  /** What of the page is shown. */
  readonly part: string;
  readonly width: number;
  /** Of what is seen at once. Default: the whole part. */
  readonly height?: number;
  /** What is seen first, where that is not the beginning of the page. */
  readonly top?: string;
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

const PAGES = {
  cy: { site: "/cy", embed: "/cy/mewnosod", request: `/cy/ysgolion/${school}/cais` },
  en: { site: "/", embed: "/en/embed", request: `/en/schools/${school}/request` },
} as const;

function picturesIn(language: "cy" | "en"): readonly Picture[] {
  const pages = PAGES[language];
  const framed = (query: string) => ({
    address: `${server}/embed/frame?school=${school}&lang=${language}&from=2026-09-07&${query}`,
    part: "neuadd-availability",
  });
  const chosen = "space=sports-hall&date=2026-09-08&start=18:00&end=19:30";
  return [
    {
      name: "on-a-school-page",
      address: site.address + pages.site,
      part: "body",
      width: 1000,
      height: 760,
    },
    { name: "week", ...framed("space=sports-hall"), width: 860, day: "2026-09-10" },
    { name: "month", ...framed("space=sports-hall&view=month"), width: 860, day: "2026-09-10" },
    { name: "week-dark", ...framed("space=main-hall&theme=dark"), width: 860, dark: true },
    { name: "narrow", ...framed("space=sports-hall"), width: 320 },
    {
      name: "snippets",
      address: `${shownServer}${pages.embed}?school=${school}&space=sports-hall`,
      part: "body",
      top: "h2:nth-of-type(2)",
      width: 900,
      height: 620,
    },
    {
      name: "request",
      address: `${server}${pages.request}?${chosen}`,
      part: "body",
      top: ".outcome",
      width: 700,
      height: 1080,
    },
  ];
}

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] || "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    // What is shown to be copied names the server of the guide.
    `--host-resolver-rules=MAP ${new URL(shownServer).host}:80 ${new URL(server).host}`,
  ],
});
for (const language of ["cy", "en"] as const) {
  await mkdir(`${folder}${language}`, { recursive: true });
  for (const picture of picturesIn(language)) await take(language, picture);
}
await browser.close();
site.close();

async function take(language: "cy" | "en", picture: Picture): Promise<void> {
  const { name, address, part, width, height, top, dark, day } = picture;
  const options: BrowserContextOptions = {
    viewport: { width, height: height ?? 900 },
    colorScheme: dark ? "dark" : "light",
    locale: language === "cy" ? "cy-GB" : "en-GB",
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
  if (day !== undefined) {
    await page.locator(`[data-date="${day}"]`).click();
    // The pointer would leave a mark of its own.
    await page.mouse.move(0, 0);
  }
  if (top !== undefined) await page.evaluate(`document.querySelector("${top}").scrollIntoView()`);
  const path = `${folder}${language}/${name}.png`;
  if (height === undefined) await page.locator(part).first().screenshot({ path });
  else await page.screenshot({ path });
  await context.close();
  console.log(path);
}
