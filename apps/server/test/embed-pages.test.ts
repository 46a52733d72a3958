import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addEmbedRoutes } from "../src/embed/embed-routes.ts";
import { readBuiltWidget } from "../src/embed/built-widget.ts";
import { Hono } from "hono";
import { gzipSync } from "node:zlib";
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

  it("are there under their version to be kept for ever, and under no other", async () => {
    const widget = readBuiltWidget();
    const { headers, status } = await pages.get(`/embed/${widget?.version ?? ""}/neuadd.js`);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const other = await pages.get("/embed/9.9.9/neuadd.js");
    expect(other.status).toBe(404);
    expect(await other.text()).toContain(`/embed/${widget?.version ?? ""}/neuadd.js`);
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

  it("gives the digest that the script has", async () => {
    const script = await pages.read("/embed/neuadd.js");
    const integrity = `sha384-${createHash("sha384").update(script).digest("base64")}`;
    const text = await pages.read("/en/embed");
    expect(text).toContain(`integrity=&quot;${integrity}&quot;`);
  });

  it("fills in the school and the space that are chosen, and the other language's words", async () => {
    const text = await pages.read(`/cy/mewnosod?school=${SCHOOL}&space=main-hall`);
    expect(text).toContain(
      `&lt;neuadd-availability school=&quot;${SCHOOL}&quot; space=&quot;main-hall&quot; lang=&quot;cy&quot;&gt;`,
    );
    expect(text).toContain(`/cy/ysgolion/${SCHOOL}/wythnos?space=main-hall`);
    expect(text).toContain("Beth sydd ar gael: Ysgol y Bryn");
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
    expect(text).toContain('<html lang="cy">');
    expect(text).toContain('view="month"');
    expect(text).toContain('minutes="&quot;&gt;&lt;b&gt;"');
    expect(text).toContain(`<a href="/cy/ysgolion/${SCHOOL}/wythnos?space=main-hall">`);
    expect(text).toContain("<title>Beth sydd ar gael: Ysgol y Bryn</title>");
    expect(await pages.read(`/embed/frame?school=${SCHOOL}&show=whats-on`)).toContain(
      "<neuadd-whats-on",
    );
    expect((await pages.get("/embed/frame?school=nowhere")).status).toBe(404);
  });
});
