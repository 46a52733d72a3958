import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createClient, isProblem } from "@neuadd/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bookSeason } from "../book-season.ts";
import type { Season } from "../season.ts";
import { SCHOOL } from "./school.ts";
import { gala } from "./season-request.ts";
import { startServer, type StartedServer } from "./start-server.ts";
import { withoutWaiting } from "./without-waiting.ts";

const file = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const season = JSON.parse(readFileSync(file("season.json"), "utf8")) as Season;

let started: StartedServer;
beforeEach(async () => {
  started = await startServer();
});
afterEach(() => started.server.close());

const keeper = () => started.client("school").bookings;

/** Books the season without a network, and gives what was printed. The school answers as soon as the request is there. */
async function bookedBy(answer: () => Promise<unknown>, signal?: AbortSignal) {
  const lines: string[] = [];
  const booking = await bookSeason(season, {
    clients: {
      cy: started.client("hirer", { language: "cy", ...withoutWaiting() }),
      en: started.client("hirer", { language: "en", ...withoutWaiting() }),
    },
    print(line) {
      lines.push(line);
      if (line.includes("bok_")) void answer();
    },
    ...(signal !== undefined && { signal }),
  });
  return { booking, output: lines.join("\n") };
}

async function onlyBooking() {
  const [booking] = await keeper().list(SCHOOL).all();
  if (booking === undefined) throw new Error("No booking is there.");
  return booking;
}

describe("booking a season", () => {
  it("prints every date in both languages, and that the school has approved", async () => {
    const { booking, output } = await bookedBy(async () => keeper().approve(await onlyBooking()));
    expect(booking?.status).toBe("approved");
    expect(output).toContain("✓ 18:00–19:30  dydd Mawrth 8 Medi 2026 · Tuesday 8 September 2026");
    expect(output).toContain("Dyddiadau y gellir eu harchebu · Dates to be had: 37");
    expect(output).toContain("Mae'r ysgol wedi cymeradwyo'r archeb · The school has approved");
  });

  it("prints why a date is left out, in both languages", async () => {
    const { output } = await bookedBy(async () => keeper().approve(await onlyBooking()));
    const [, halfTerm = ""] = /– 18:00–19:30 .* 27 October 2026\n(.*)/.exec(output) ?? [];
    const [welsh = "", english = ""] = halfTerm.split(" · ");
    expect(english).toContain("half term");
    expect(welsh).toContain("hanner tymor");
  });

  it("prints what the school says when it declines", async () => {
    const reason = "Mae'r neuadd yn cau am waith.";
    const { booking, output } = await bookedBy(async () =>
      keeper().decline(await onlyBooking(), { reason }),
    );
    expect(booking?.status).toBe("declined");
    expect(output).toContain(reason);
  });

  it("stops waiting when it is told to, and says that the request still waits", async () => {
    const controller = new AbortController();
    const { booking } = await bookedBy(async () => controller.abort(), controller.signal);
    expect(booking?.status).toBe("requested");
  });

  it("books nothing that can't be had, and says why", async () => {
    const every = { rule: "FREQ=WEEKLY", count: 30 };
    const request = { ...gala, recurrence: every, hirer: started.hirer };
    await keeper().book(SCHOOL, { ...request, onClash: { policy: "skip" } });
    const { booking, output } = await bookedBy(async () => undefined);
    expect(booking).toBeUndefined();
    expect(output).toMatch(/Dates to be had: \d+\n.+ · .+/);
    expect(await keeper().list(SCHOOL).all()).toHaveLength(1);
  });
});

describe("over a real socket", () => {
  it("the script books the season, waits for the school and prints the dates", async () => {
    const { url } = await started.server.listen();
    const program = spawn(process.execPath, ["--conditions=@neuadd/source", file("main.ts")], {
      env: { ...process.env, NEUADD_SERVER: url, NEUADD_KEY: started.keys.hirer },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new AbortController();
    program.once("exit", () => ended.abort());
    const client = createClient({ server: url, key: started.keys.school });
    const options = { everyMilliseconds: 50, signal: ended.signal };
    for await (const { events } of client.events.follow(SCHOOL, options)) {
      if (!events.some(({ type }) => type === "booking.requested")) continue;
      const [booking] = await client.bookings.list(SCHOOL).all();
      if (booking !== undefined) await client.bookings.approve(booking);
      break;
    }
    const [output, errors] = await Promise.all([text(program.stdout), text(program.stderr)]);
    expect(errors).toBe("");
    expect(output).toContain("The school has approved the booking");
    expect(output).toContain("Tuesday 13 July 2027");
  });

  it("a server that is gone is told from one that refuses", async () => {
    const { url } = await started.server.listen();
    const wrong = createClient({ server: url, key: "neuadd_h_wrong", retries: 0 });
    const refusal = await wrong.bookings
      .list(SCHOOL)
      .all()
      .catch((error: unknown) => error);
    expect(isProblem(refusal, "KEY_INVALID")).toBe(true);
    await started.server.close();
    await expect(wrong.schools.list()).rejects.toMatchObject({ code: "NETWORK_FAILED" });
  });
});
