import { makeCallOut } from "@neuadd/plugin-kit/host";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import { SCHOOL } from "../../../apps/server/test/fixtures/school-definition.ts";
import { type ToldPlugin, toldPlugin } from "../../../apps/server/test/fixtures/told-plugin.ts";
import { webhooks } from "../src/index.ts";
import { openReceiver, type Receiver } from "./receiver.ts";

const AT = `/v1/x/webhooks/schools/${SCHOOL}/endpoints`;

let api: TestApi;
let told: ToldPlugin;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await openReceiver();
  told = toldPlugin(webhooks({ allowAddresses: ["127.0.0.0/8"] }));
  const never = () => () => undefined;
  api = await makeApi({
    plugins: [told.plugin],
    pluginOptions: {
      callOut: makeCallOut({ schedule: never, resolve: async () => ["127.0.0.1"] }),
    },
  });
});

afterEach(async () => {
  await api.plugins.close();
  await api.services.store.close();
  await receiver.close();
});

describe("webhooks in a server", () => {
  it("tell a booking from the request to its end, signed, once each", async () => {
    api.services.clock.advance(1);
    const made = await api.call(`POST ${AT}`, { as: "school", body: { url: receiver.url } });
    expect(made.status).toBe(201);
    await api.approve(await api.book());
    await told.tell(api.services, SCHOOL);
    await told.tellAgain(api.services, SCHOOL);
    const path = `${AT}/${String(made.at("id"))}`;
    await arrived(2);
    const verifier = new Webhook(String(made.at("secret")));
    const messages = receiver.received.map(({ body, headers }) =>
      verifier.verify(body, headers as Record<string, string>),
    );
    expect(messages).toMatchObject([
      { type: "booking.requested", data: { school: SCHOOL } },
      { type: "booking.approved", data: { school: SCHOOL } },
    ]);
    await api.plugins.close();
    const log = await api.call(`GET ${path}/deliveries`, { as: "school" });
    expect(log.json).toMatchObject({
      items: [
        { type: "booking.approved", status: "delivered", attempts: 1 },
        { type: "booking.requested", status: "delivered", attempts: 1 },
      ],
    });
    const message = String(log.at("items.0.message"));
    const one = await api.call(`GET ${path}/deliveries/${message}`, { as: "school" });
    expect(one.json).toMatchObject({ log: [{ attempt: 1, status: 204 }] });
  });

  it("are the school's business alone", async () => {
    for (const [as, status] of [
      ["none", 401],
      ["hirer", 403],
      ["otherSchool", 403],
      ["school", 200],
      ["authority", 200],
    ] as const) {
      expect({ as, status: (await api.call(`GET ${AT}`, { as })).status }).toEqual({ as, status });
    }
  });

  it("show on a page how they fared, to whoever acts for the school", async () => {
    await api.call(`POST ${AT}`, { as: "school", body: { url: receiver.url } });
    const page = await api.call("GET /cy/x/webhooks", { as: "school" });
    expect(page.text).toContain(receiver.url);
    expect((await api.call("GET /cy/x/webhooks")).text).not.toContain(receiver.url);
  });
});

/** Done when that many messages have come; the test's own time limit ends the wait. */
async function arrived(count: number): Promise<void> {
  while (receiver.received.length < count) await new Promise((done) => setImmediate(done));
}
