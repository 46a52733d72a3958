import { describe, expect, it } from "vitest";
import { messageOfEvent } from "./message-of-event.ts";

const event = {
  school: "ysgol-y-prawf",
  revision: 7,
  ordinal: 1,
  type: "booking.amended",
  at: Date.UTC(2026, 8, 1, 9),
  actor: "key:key_1",
} as const;

describe("messageOfEvent", () => {
  it("names the entry in its id and carries its data", () => {
    const { id, body } = messageOfEvent({
      ...event,
      data: { booking: "bok_1", dates: ["2026-09-08"] },
    });
    expect(id).toBe("msg_ysgol-y-prawf_7_1");
    expect(JSON.parse(body)).toEqual({
      type: "booking.amended",
      timestamp: "2026-09-01T09:00:00.000Z",
      data: {
        booking: "bok_1",
        dates: ["2026-09-08"],
        school: "ysgol-y-prawf",
        revision: 7,
        ordinal: 1,
      },
    });
  });

  it("leaves lists out of what would be over 20 kB, and says so", () => {
    const changes = Array.from({ length: 400 }, () => ({
      class: "moved",
      before: "2026-09-08",
      after: "2026-09-09",
      space: "sports-hall-court-1",
    }));
    const { body } = messageOfEvent({ ...event, data: { booking: "bok_1", changes } });
    expect(Buffer.byteLength(body)).toBeLessThan(500);
    expect(JSON.parse(body)).toMatchObject({ data: { booking: "bok_1", abridged: true } });
    expect(body).not.toContain("changes");
  });
});
