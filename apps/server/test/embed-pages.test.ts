import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addEmbedRoutes } from "../src/embed/embed-routes.ts";
import { readBuiltWidget } from "../src/embed/built-widget.ts";
import { Hono } from "hono";
import { gzipSync } from "node:zlib";
import { failingStore } from "./fixtures/failing-store.ts";
import { type OpenPages, openPages } from "./fixtures/open-pages.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

let pages: OpenPages;
beforeEach(async () => {
  pages = await openPages();
});
afterEach(() => pages.services.store.close());

describe("the widget's scripts", () => {
  it("can be loaded by pages of any origin, for five minutes, then confirmed by their ETag", async () => {
    for (const name of ["neuadd", "frame", "frame-parent"]) {
      const path = `/embed/${name}.js`;
      const { headers, status } = await pages.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(headers.get("cache-control")).toMatch(/^public, max-age=300,/);
      const again = await pages.get(path, { "if-none-match": headers.get("etag") ?? "" });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
  });

  it("are there under their version and digest to be kept for ever", async () => {
    const script = await pages.read("/embed/neuadd.js");
    const digest = createHash("sha384").update(script).digest("hex").slice(0, 8);
    const pinned = `/embed/${readBuiltWidget()?.version ?? ""}-${digest}/neuadd.js`;
    const response = await pages.get(pinned);
    expect([response.status, await response.text()]).toEqual([200, script]);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  it("are under no other version or digest, where it is said what is here, to every origin and not to be kept", async () => {
    const { version = "", release = "" } = readBuiltWidget() ?? {};
    for (const other of ["9.9.9", version, `${version}-00000000`, `9.9.9${release.slice(-9)}`]) {
      const response = await pages.get(`/embed/${other}/neuadd.js`);
      const { status, headers } = response;
      const text = await response.text();
      expect([other, status]).toEqual([other, 404]);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(text).toContain(`Yr un sydd yma: /embed/${release}/neuadd.js.`);
      expect(text).toContain(`The one that is: /embed/${release}/neuadd.js.`);
    }
  });

  it("are at most 15 kB to download, gzip", async () => {
    const text = await pages.read("/embed/neuadd.js");
    const bytes = gzipSync(text, { level: 9 }).byteLength;
    expect(bytes).toBeGreaterThan(5000);
    expect(bytes).toBeLessThanOrEqual(15_000);
  });

  it("are said not to be built where they are not, in both languages", async () => {
    const app = new Hono();
    addEmbedRoutes(app, undefined);
    for (const path of ["/embed/neuadd.js", "/embed/1.0.0/neuadd.js", "/embed/frame.js"]) {
      const response = await app.request(path);
      const text = await response.text();
      expect(response.status).toBe(503);
      expect(text).toContain("wedi'i adeiladu");
      expect(text).toContain("is not built");
    }
  });
});

describe("the page about embedding", () => {
  it("is there in both languages, and at /embed in the one preferred", async () => {
    expect(await pages.read("/embed", { "accept-language": "cy" })).toContain(
      "Ar wefan eich ysgol",
    );
    expect(await pages.read("/en/embed")).toContain("On your school’s web site");
    expect(await pages.read("/cy/mewnosod")).toContain('href="/en/embed?school=');
  });

  it("pins an address to the digest of the very script that is there", async () => {
    const text = await pages.read("/en/embed");
    const [, path = "", integrity] =
      /src=&quot;[^&]*(\/embed\/[^/]+\/neuadd\.js)&quot;\s+integrity=&quot;([^&]+)&quot;/.exec(
        text,
      ) ?? [];
    const script = await pages.read(path);
    expect(integrity).toBe(`sha384-${createHash("sha384").update(script).digest("base64")}`);
  });

  it("fills in the school and the space that are chosen, and the other language's words", async () => {
    const text = await pages.read(`/cy/mewnosod?school=${SCHOOL}&space=main-hall`);
    expect(text).toContain(
      `&lt;neuadd-availability school=&quot;${SCHOOL}&quot; space=&quot;main-hall&quot; lang=&quot;cy&quot;&gt;`,
    );
    expect(text).toContain(`/cy/ysgolion/${SCHOOL}/wythnos?space=main-hall`);
    expect(text).toContain("Beth sydd ar gael: Ysgol y Bryn");
    expect(text).toContain("&lt;neuadd-whats-on school=&quot;");
    expect(text).toContain(`/cy/ysgolion/${SCHOOL}/cais?space=main-hall&quot;&gt;Gofyn am gael`);
    expect(text).not.toContain("See what is free");
  });

  it("says what to do while there is no school", async () => {
    await pages.services.store.close();
    pages = await openPages({ schools: [] });
    expect(await pages.read("/en/embed")).toContain("There is no school here yet.");
  });
});

describe("the page for iframes", () => {
  it("alone may be framed, and runs nothing but the widget", async () => {
    const { headers } = await pages.get(`/embed/frame?school=${SCHOOL}`);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors *");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
    for (const path of [
      "/en",
      "/en/embed",
      `/en/schools/${SCHOOL}/week`,
      `/en/schools/${SCHOOL}/request`,
    ]) {
      const other = (await pages.get(path)).headers.get("content-security-policy");
      expect([path, other]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
    }
  });

  it("hands its attributes on, escaped, and has a link for visitors without scripts", async () => {
    const text = await pages.read(
      `/embed/frame?school=${SCHOOL}&lang=cy&space=main-hall&view=month&minutes=${encodeURIComponent('"><b>')}`,
    );
    expect(text).toContain('<html lang="cy"');
    expect(text).toContain('view="month"');
    expect(text).toContain('minutes="&quot;&gt;&lt;b&gt;"');
    expect(text).toContain(`<a href="/cy/ysgolion/${SCHOOL}/wythnos?space=main-hall">`);
    expect(text).toContain("<title>Beth sydd ar gael: Ysgol y Bryn</title>");
    expect(await pages.read(`/embed/frame?school=${SCHOOL}&show=whats-on`)).toContain(
      "<neuadd-whats-on",
    );
  });

  it("is light unless the page around it is said to be dark, or to follow the visitor's device", async () => {
    for (const [query, theme, scheme] of [
      ["", "light", "light"],
      ["&theme=dark", "dark", "dark"],
      ["&theme=auto", "auto", "light dark"],
      ["&theme=%22%3E", "light", "light"],
    ] as const) {
      const text = await pages.read(`/embed/frame?school=${SCHOOL}${query}`);
      expect(text).toContain(`data-theme="${theme}"`);
      expect(text).toContain(`<meta name="color-scheme" content="${scheme}"/>`);
    }
    expect(await pages.read(`/en/embed?school=${SCHOOL}`)).toContain("&amp;amp;theme=light");
  });

  it("says in the frame what is wrong, in the language of its address, and how high it is", async () => {
    const expectFramed = async (response: Response, status: number, sentence: string) => {
      const text = await response.text();
      expect([response.status, text]).toEqual([status, expect.stringContaining(sentence)]);
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors *");
      expect(response.headers.get("content-language")).toBe("cy");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(text).toContain('<html lang="cy"');
      expect(text).toContain('<a href="/cy">Agor y safle archebu</a>');
      expect(text).toContain('src="/embed/frame.js"');
    };
    const english = { "accept-language": "en" };
    await expectFramed(
      await pages.get("/embed/frame?school=bryn&lang=cy", english),
      404,
      "Heb ddod o hyd",
    );
    let busy = await pages.get(`/embed/frame?school=${SCHOOL}&lang=cy`, english);
    for (let asked = 0; busy.status === 200 && asked < 10_000; asked += 1) {
      busy = await pages.get(`/embed/frame?school=${SCHOOL}&lang=cy`, english);
    }
    expect(Number(busy.headers.get("retry-after"))).toBeGreaterThan(0);
    await expectFramed(busy, 429, "Gormod o geisiadau");
  });

  it("says in the frame that the store is away", async () => {
    const { store, plan } = failingStore();
    const failing = await openPages({ store });
    Object.assign(plan, { failAt: 1, statements: 0 });
    const response = await failing.get(`/embed/frame?school=${SCHOOL}&lang=en`);
    expect(response.status).toBe(500);
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(await response.text()).toContain("Something went wrong");
    await store.close();
  });
});
