import { afterEach, describe, expect, it } from "vitest";
import { type IssuedKey, issueKey } from "../src/keys/issue-key.ts";
import { revokeKey } from "../src/keys/revoke-key.ts";
import { deskPlugin } from "./fixtures/desk-plugin.ts";
import { makeHirer } from "./fixtures/make-hirer.ts";
import { type OpenPages, openPages, pagePlugin } from "./fixtures/open-pages.ts";
import { SCHOOL, schoolDefinition, schoolLike } from "./fixtures/school-definition.ts";

const PAGE = "/en/x/lost-property";

const opened: OpenPages[] = [];

afterEach(async () => {
  for (const { services } of opened.splice(0)) await services.store.close();
});

async function openDesk(options: Parameters<typeof openPages>[0] = {}) {
  const pages = await openPages({ plugins: [deskPlugin()], ...options });
  opened.push(pages);
  const { services, app } = pages;
  const keyOf = (owner: string) => issueKey(services, { kind: "school", owner, label: "desk" });
  const post = async (
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
    address = PAGE,
  ): Promise<Response> =>
    app.request(address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  return {
    ...pages,
    keyOf,
    post,
    /** Signs in, and answers what a browser would send from then on. */
    signIn: async ({ key }: Pick<IssuedKey, "key">) => {
      const response = await post({ "desk.action": "desk.sign-in", key });
      const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
      const page = await pages.read(PAGE, { cookie });
      const token = /name="desk\.token" value="([^"]+)"/.exec(page)?.[1] ?? "";
      return {
        response,
        cookie,
        token,
        read: () => pages.read(PAGE, { cookie }),
        send: (fields: Readonly<Record<string, string>>, headers = {}) =>
          post({ "desk.token": token, ...fields }, { cookie, ...headers }),
      };
    },
  };
}

const GIVE_BACK = {
  "desk.action": "give-back",
  school: SCHOOL,
  thing: "scarf",
  to: "Y clwb",
  where: "office",
};

describe("signing in to the desk", () => {
  it("is asked for at the page itself, in its language, and leads back to it", async () => {
    const { get, keyOf, signIn } = await openDesk();
    const shown = await get("/cy/x/lost-property");
    expect(shown.status).toBe(401);
    expect(await shown.text()).toContain("Mewngofnodi i ddesg yr ysgol");
    const { response, read } = await signIn(await keyOf(SCHOOL));
    expect([response.status, response.headers.get("location")]).toEqual([303, PAGE]);
    expect(await read()).toContain("<h1>Lost property</h1>");
  });

  it("gives a cookie that scripts and other sites can't use, which holds no key", async () => {
    const { keyOf, signIn } = await openDesk();
    const { key } = await keyOf(SCHOOL);
    const cookie = (await signIn({ key })).response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(
      /^neuadd-desk=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(cookie).not.toContain(key.slice(-43));
  });

  it("gives a cookie that goes over TLS alone where the server is reached by it", async () => {
    const { keyOf, signIn } = await openDesk({ publicUrl: "https://neuadd.example" });
    const { response, read } = await signIn(await keyOf(SCHOOL));
    expect(response.headers.get("set-cookie")).toMatch(/^__Host-neuadd-desk=.*; Secure/);
    expect(await read()).toContain("<h1>Lost property</h1>");
  });

  it.each([
    ["no key", async () => "", "Give the school’s key."],
    ["a key that there is not", async () => "neuadd_s_x", "This key opens nothing."],
    [
      "a hirer’s key",
      async ({ services }: OpenPages) => {
        const { id: owner } = await makeHirer(services);
        return (await issueKey(services, { kind: "hirer", owner, label: "x" })).key;
      },
      "This is a hirer’s key.",
    ],
  ])("is refused with %s, which is not shown again", async (_what, keyFor, sentence) => {
    const desk = await openDesk();
    const key = await keyFor(desk);
    const response = await desk.post({ "desk.action": "desk.sign-in", key });
    expect(response.status).toBe(422);
    expect(response.headers.get("set-cookie")).toBeNull();
    const text = await response.text();
    expect(text).toContain(sentence);
    if (key !== "") expect(text).not.toContain(key);
  });

  it("is refused after too many wrong keys, in a form and in the header together, and never with a right one", async () => {
    // This process grants its share of the rate.
    const limits = { badKeysPerMinute: 8, processes: 2 };
    const { app, get, keyOf, post, signIn } = await openDesk({ limits });
    const guess = (key: string) => post({ "desk.action": "desk.sign-in", key });
    expect((await guess("neuadd_s_1")).status).toBe(422);
    for (const authorization of ["Bearer neuadd_s_2", "Bearer neuadd_s_3"]) {
      expect((await get(PAGE, { authorization })).status).toBe(401);
    }
    expect((await guess("neuadd_s_4")).status).toBe(422);

    const refused = await guess("neuadd_s_5");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("ratelimit-policy")).toBe('"bad-keys";q=4;w=60');
    expect(await refused.text()).toContain("Too many keys that open nothing");
    const welsh = await app.request("/cy/x/lost-property", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "desk.action=desk.sign-in&key=neuadd_s_6",
    });
    expect(await welsh.text()).toContain("gormod o allweddi nad ydynt yn agor dim");
    expect((await signIn(await keyOf(SCHOOL))).response.status).toBe(303);
  });

  it("ends with a button, after eight hours, and at once when the key is revoked", async () => {
    const { services, get, keyOf, signIn } = await openDesk();
    const statusOf = async ({ cookie }: { cookie: string }) => (await get(PAGE, { cookie })).status;
    const key = await keyOf(SCHOOL);
    const [one, other, third] = [await signIn(key), await signIn(key), await signIn(key)];

    const out = await one.send({ "desk.action": "desk.sign-out" });
    expect(out.headers.get("set-cookie")).toContain("neuadd-desk=; Max-Age=0");
    expect([await statusOf(one), await statusOf(other)]).toEqual([401, 200]);

    services.clock.advance(8 * 60 * 60 * 1000 - 1);
    expect(await statusOf(other)).toBe(200);
    services.clock.advance(1);
    expect(await statusOf(other)).toBe(401);

    const later = await signIn(key);
    await revokeKey(services, key.id);
    expect([await statusOf(later), await statusOf(third)]).toEqual([401, 401]);
    const rows = await services.store.database.selectFrom("desk_sessions").selectAll().execute();
    expect(rows).toHaveLength(1);
  });
});

describe("a form of a desk page", () => {
  it("does what it says, once it is filled in, and leads to a page that says so", async () => {
    const { keyOf, signIn, read } = await openDesk();
    const { send, cookie } = await signIn(await keyOf(SCHOOL));
    const sent = await send(GIVE_BACK);
    expect(sent.status).toBe(303);
    const location = sent.headers.get("location") ?? "";
    const page = await read(location, { cookie });
    expect(page).toContain("It has been given back. Things left: 1.");
    expect(page).not.toContain("Sgarff");
    expect(page).toContain("Raced");
    expect(await read(location.replace("/en/", "/cy/"), { cookie })).toContain(
      "Fe’i rhoddwyd yn ôl. Nifer ar ôl: 1.",
    );
  });

  it("tells what came of it to whoever sent it, and takes no words from an address", async () => {
    const { keyOf, signIn, read } = await openDesk();
    const key = await keyOf(SCHOOL);
    const { send } = await signIn(key);
    const location = (await send(GIVE_BACK)).headers.get("location") ?? "";
    const { cookie } = await signIn(key);
    for (const address of [location, `${PAGE}?done=give-back`, `${PAGE}?done=`]) {
      expect(await read(address, { cookie })).not.toContain('role="status"');
    }
  });

  it("leads back to the page as it was asked for, in the other language and at the desk's other pages too", async () => {
    const { keyOf, signIn, get, post } = await openDesk({ plugins: [deskPlugin(), pagePlugin] });
    const { key } = await keyOf(SCHOOL);
    const asked = `${PAGE}?school=${SCHOOL}`;
    const signedIn = await post({ "desk.action": "desk.sign-in", key }, {}, asked);
    expect(signedIn.headers.get("location")).toBe(asked);
    const { cookie, token } = await signIn({ key });
    const text = await (await get(asked, { cookie })).text();
    expect(text).toContain(`href="/cy/x/lost-property?school=${SCHOOL}"`);
    expect(text).toContain(`href="/en/x/notices/keys?school=${SCHOOL}"`);
    expect(text).toMatch(/lost-property\?school=[^>]+aria-current="page"/);
    const sent = await post({ "desk.token": token, ...GIVE_BACK }, { cookie }, asked);
    const location = sent.headers.get("location") ?? "";
    expect(location).toContain(`${asked}&done=`);
    const again = await post({ "desk.token": token, ...GIVE_BACK }, { cookie }, location);
    expect(again.status).toBe(422);
    expect(await again.text()).not.toContain('role="status"');
  });

  it("comes back with what was typed, and with what is wrong beside the field", async () => {
    const { keyOf, signIn } = await openDesk();
    const { send } = await signIn(await keyOf(SCHOOL));
    const sent = await send({ ...GIVE_BACK, thing: "racket", to: "<", where: "hall" });
    expect(sent.status).toBe(422);
    expect(sent.headers.get("cache-control")).toBe("no-store");
    const text = await sent.text();
    expect(text).toMatch(/<a href="#refused-to">To whom: [A-Z]/);
    expect(text).toMatch(
      /id="refused-to" name="to"\s+aria-describedby="refused-to-fault"\s+aria-invalid="true"\s+value="&lt;"/,
    );
    expect(text.match(/value="hall" selected/g)).toHaveLength(1);
    // The other form is as it was.
    expect(text.match(/aria-invalid/g)).toHaveLength(1);
  });

  it("comes back with what the plugin has against it", async () => {
    const { keyOf, signIn } = await openDesk();
    const { send } = await signIn(await keyOf(SCHOOL));
    const sent = await send({ ...GIVE_BACK, thing: "umbrella" });
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain("It is there no more. Look again.");
  });

  it("is refused to whoever may not act for the school that it names", async () => {
    const { keyOf, signIn, read } = await openDesk({
      schools: [schoolDefinition, schoolLike("ysgol-arall")],
    });
    const { send, cookie } = await signIn(await keyOf("ysgol-arall"));
    const sent = await send(GIVE_BACK);
    expect(sent.status).toBe(422);
    expect(await read(PAGE, { cookie })).toContain("Sgarff");
  });

  it.each([
    ["of another site", {}, { "sec-fetch-site": "cross-site" }],
    ["of a neighbouring site", {}, { "sec-fetch-site": "same-site" }],
    ["of another origin, where browsers say no more", {}, { origin: "https://evil.example" }],
    ["without its token", { "desk.token": "" }, {}],
    ["with the token of another session", { "desk.token": "A".repeat(43) }, {}],
  ])("%s does nothing", async (_what, fields, headers) => {
    const { keyOf, signIn } = await openDesk();
    const { send, read } = await signIn(await keyOf(SCHOOL));
    expect((await send({ ...GIVE_BACK, ...fields }, headers)).status).toBe(403);
    expect(await read()).toContain("Sgarff");
    const same = { "sec-fetch-site": "same-origin", origin: "http://localhost" };
    expect((await send(GIVE_BACK, same)).status).toBe(303);
  });

  it("does nothing for whoever is not signed in, with a key in the header or without", async () => {
    const { keyOf, post, read } = await openDesk();
    const headers = { authorization: `Bearer ${(await keyOf(SCHOOL)).key}` };
    for (const each of [{}, headers]) expect((await post(GIVE_BACK, each)).status).toBe(401);
    expect(await read(PAGE, headers)).toContain("Sgarff");
  });

  it("whose plugin fails half way shows how things stand, says that more is not known, and nothing of why", async () => {
    const { keyOf, signIn } = await openDesk();
    const { send } = await signIn(await keyOf(SCHOOL));
    const sent = await send({ ...GIVE_BACK, to: "breaks" });
    expect(sent.status).toBe(500);
    const text = await sent.text();
    expect(text).toMatch(/role="alert">\s*<h2>This was not finished/);
    expect(text).toContain("Part of it may have been done");
    expect(text).not.toContain("Nothing has been changed");
    expect(text).not.toContain("secret");
    expect(text).toContain("Raced");
    expect(text).not.toContain("Sgarff");
  });

  it("that can't even be shown any more makes no promise of what was done", async () => {
    const { keyOf, signIn, services } = await openDesk();
    const { send } = await signIn(await keyOf(SCHOOL));
    await services.store.close();
    const sent = await send(GIVE_BACK);
    expect(sent.status).toBe(500);
    const text = await sent.text();
    expect(text).toContain("It is not known whether");
    expect(text).not.toContain("Nothing has been changed");
  });

  it("that the page does not have is not found, nor is any on a page for anyone", async () => {
    const { keyOf, signIn } = await openDesk();
    const { send } = await signIn(await keyOf(SCHOOL));
    expect((await send({ "desk.action": "burn" })).status).toBe(404);
    const { app } = await openDesk({ plugins: [pagePlugin] });
    expect((await app.request("/en/x/notices", { method: "POST" })).status).toBe(404);
  });
});
