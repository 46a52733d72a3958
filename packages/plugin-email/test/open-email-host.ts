import { openTestHost, type TestHost } from "@neuadd/plugin-kit/testing";
import { onTestFinished } from "vitest";
import { email, type EmailApi, type EmailOptions } from "../src/index.ts";
import { type PostOffice, postOffice } from "./post-office.ts";

const MINUTE = 60_000;

/** Three Tuesdays that a club asks for. */
export const SEASON = {
  hirer: "hir_clwb",
  space: "main-hall",
  title: "Badminton",
  activity: "badminton",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "20:00",
  recurrence: { rule: "FREQ=WEEKLY", count: 3 },
};

/** The plugin with a mail server of which the test says what it does, until the test is over. */
export async function openEmailHost(given: Partial<EmailOptions> = {}): Promise<{
  readonly host: TestHost<EmailApi>;
  readonly office: PostOffice;
  /** Lets minutes pass. */
  readonly wait: (minutes: number) => void;
}> {
  const office = postOffice();
  const host = await openTestHost(
    email({ from: "lettings@school.example", transport: office, ...given }),
  );
  onTestFinished(() => host.close());
  return { host, office, wait: (minutes) => host.setNow(host.host.now() + minutes * MINUTE) };
}
