import { createServer, issueKey, type Schedule, type Server } from "@neuadd/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demonstrationConfig } from "./demonstration-config.ts";
import { type HirerIds, seedDemonstration } from "./seed-demonstration.ts";

const SCHOOL = "brynmawr-foundation";
const HOUR_MS = 3_600_000;

/** What waits for a time waits here until an hour is said to have passed. */
const timers = new Set<{ readonly delayMs: number; readonly work: () => void }>();
const schedule: Schedule = (delayMs, work) => {
  const timer = { delayMs, work };
  timers.add(timer);
  return () => void timers.delete(timer);
};

let server: Server;
let hirers: HirerIds;

beforeAll(async () => {
  // A job is due by the host's clock, which the server is given as it starts.
  vi.useFakeTimers({ toFake: ["Date"] });
  const config = { ...demonstrationConfig(""), store: { sqlite: ":memory:" } };
  server = await createServer({ ...config, logLevel: "error" }, { schedule });
  hirers = await seedDemonstration(server.services);
});

afterAll(async () => {
  await server.close();
  vi.useRealTimers();
});

function passAnHour(): void {
  vi.setSystemTime(Date.now() + HOUR_MS);
  const due = [...timers].filter(({ delayMs }) => delayMs <= HOUR_MS);
  for (const timer of due) {
    timers.delete(timer);
    timer.work();
  }
}

/** The page once it holds a text: letters come by SMTP, after the commit. */
async function postBoxWith(language: "cy" | "en", text: string): Promise<string> {
  for (;;) {
    const page = await (await server.app.request(`/${language}/x/post-box`)).text();
    if (page.includes(text)) return page;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("the post box of the demonstration", () => {
  it("has the letters on what waits, and none on seasons agreed long ago", async () => {
    const page = await postBoxWith("cy", "Request received");
    expect(page).toContain("Blwch post yr arddangosiad");
    expect(page).not.toContain("approved:");
  });

  it("gets the reminder of a hirer whose insurance ends soon, in the hirer's language", async () => {
    const { key } = await issueKey(server.services, { kind: "school", owner: SCHOOL, label: "" });
    const noted = await server.app.request(
      `/v1/x/hirer-checks/schools/${SCHOOL}/hirers/${hirers.get("toddlers") ?? ""}/documents`,
      {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({
          kind: "publicLiabilityInsurance",
          reference: "PL-77",
          validFrom: "2025-10-01",
          validUntil: "2026-09-30",
          seenBy: "Business manager",
          seenOn: "2026-08-20",
        }),
      },
    );
    expect(noted.status).toBe(201);
    passAnHour();
    const page = await postBoxWith("en", "yn dod i ben ar 30 Medi 2026");
    expect(page).toContain("Annwyl Cylch Rhieni a Phlant Bach Brynmawr,");
  });
});
