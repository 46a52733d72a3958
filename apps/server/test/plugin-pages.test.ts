import { afterEach, describe, expect, it } from "vitest";
import { createHirer } from "../src/hirers/create-hirer.ts";
import { issueKey } from "../src/keys/issue-key.ts";
import { type OpenPages, openPages, pagePlugin } from "./fixtures/open-pages.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

const opened: OpenPages[] = [];

afterEach(async () => {
  for (const { services } of opened.splice(0)) await services.store.close();
});

async function open(options: Parameters<typeof openPages>[0] = {}): Promise<OpenPages> {
  const pages = await openPages(options);
  opened.push(pages);
  return pages;
}

describe("pages of plugins", () => {
  it("stand in the same frame in both languages, and are linked when anyone may open them", async () => {
    const { read } = await open({ plugins: [pagePlugin] });
    const text = await read("/cy/x/notices");
    expect(text).toContain("<h1>Hysbysiadau</h1><p>Dim heddiw.</p>");
    expect(text).toContain('class="page-footer"');
    expect(await read("/x/notices", { "accept-language": "en" })).toContain("<h1>Notices</h1>");
    const home = await read("/en");
    expect(home).toContain('href="/en/x/notices"');
    expect(home).toContain('<a href="/en/x/notices/keys">The school’s desk</a>');
    expect(home).not.toContain("Keys of the hall");
  });

  it("open to a school's key alone when they are for schools", async () => {
    const { services, get } = await open({ plugins: [pagePlugin] });
    const path = "/en/x/notices/keys";
    const school = await issueKey(services, { kind: "school", owner: SCHOOL, label: "test" });
    const hirer = await createHirer(services, {
      name: "Club",
      category: "club",
      language: "en",
      contact: { name: "Bookings", email: "club@club.example" },
    });
    const club = await issueKey(services, { kind: "hirer", owner: hirer.id, label: "test" });
    const statusFor = async (key: string): Promise<number> =>
      (await get(path, { authorization: `Bearer ${key}` })).status;
    const without = await get(path);
    expect(without.status).toBe(401);
    expect(without.headers.get("www-authenticate")).toBe("Bearer");
    expect(await statusFor(club.key)).toBe(403);
    expect(await statusFor(school.key)).toBe(200);
  });

  it("that fail are answered with a page that tells nothing of why", async () => {
    const { get } = await open({ plugins: [pagePlugin] });
    const response = await get("/cy/x/notices/broken");
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain("Aeth rhywbeth o’i le");
    expect(text).not.toContain("secret");
  });

  it("that there are not are not found", async () => {
    const { get } = await open({ plugins: [pagePlugin] });
    expect((await get("/en/x/notices/nowhere")).status).toBe(404);
    expect((await get("/en/x/nobody")).status).toBe(404);
  });
});
