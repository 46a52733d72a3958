import { randomUUID } from "node:crypto";
import { changeHirer } from "../../src/hirers/change-hirer.ts";
import { createHirer } from "../../src/hirers/create-hirer.ts";
import { eraseHirer } from "../../src/hirers/erase-hirer.ts";
import { erasePerson } from "../../src/hirers/erase-person.ts";
import { expirePersonalData } from "../../src/hirers/expire-personal-data.ts";
import {
  abandonRequest,
  claimRequest,
  keepAnswer,
  releaseRequest,
} from "../../src/http/idempotency-store.ts";
import { issueKey } from "../../src/keys/issue-key.ts";
import { revokeKey } from "../../src/keys/revoke-key.ts";
import { amendBooking } from "../../src/ledger/amend-booking.ts";
import { approveBooking } from "../../src/ledger/approve-booking.ts";
import { cancelOccurrence } from "../../src/ledger/cancel-occurrence.ts";
import { createBlock } from "../../src/ledger/create-block.ts";
import { cancelBooking, declineBooking, withdrawBooking } from "../../src/ledger/end-booking.ts";
import { expireRequests } from "../../src/ledger/expire-requests.ts";
import { importSchool } from "../../src/ledger/import-school.ts";
import { removeBlock } from "../../src/ledger/remove-block.ts";
import { requestBooking } from "../../src/ledger/request-booking.ts";
import { startEventDelivery } from "../../src/plugins/event-delivery.ts";
import { storedJobTurns } from "../../src/plugins/job-turns.ts";
import type { TestServices } from "../fixtures/make-services.ts";
import { SCHOOL, schoolDefinition, schoolLike } from "../fixtures/school-definition.ts";
import { testKeepers } from "../fixtures/test-keepers.ts";
import { tuesdays } from "../fixtures/tuesdays.ts";

/** Has every command write to the store once: at two schools, so that each statement has one to leave alone. */
export async function everyCommand(services: TestServices): Promise<void> {
  await importSchool(services, "system", schoolLike("ysgol-arall"));
  await importSchool(services, "system", schoolDefinition);
  const { id: hirer } = await createHirer(
    services,
    {
      name: "Clwb Badminton y Bryn",
      category: "club",
      language: "cy",
      contact: { name: "Ysgrifennydd", email: "clwb@example.org" },
    },
    { school: SCHOOL },
  );
  await changeHirer(services, hirer, { name: "Clwb y Bryn" }, { revision: 1 });
  await bookings(services, hirer);
  await blocks(services, hirer);
  await importSchool(services, "system", withoutCourts());
  services.clock.advance(22 * 24 * 3_600_000);
  await expireRequests(services);
  await keysAndRequests(services);
  await personalData(services);
  await deliveriesAndJobs(services);
}

async function personalData(services: TestServices): Promise<void> {
  const email = "ysgrifennydd@example.org";
  const { id } = await createHirer(
    services,
    {
      name: "Clwb a fu",
      category: "club",
      language: "cy",
      contact: { name: "Ysgrifennydd", email },
    },
    { school: SCHOOL },
  );
  const gone = tuesdays(id, { space: "community-room" });
  const { booking } = await requestBooking(services, SCHOOL, "system", gone);
  const by = { by: "school", revision: booking.revision } as const;
  await declineBooking(services, SCHOOL, "system", booking.id, by);
  const keepers = testKeepers(services);
  await erasePerson(services, email, { actor: "system", keepers });
  await eraseHirer(services, id, { actor: "system", cause: "request", keepers });
  await expirePersonalData(services, { enquiryMonths: 12, bookingYears: 6 }, keepers);
}

async function bookings(services: TestServices, hirer: string): Promise<void> {
  const ask = async (space: string) =>
    (await requestBooking(services, SCHOOL, "system", tuesdays(hirer, { space }))).booking;
  const declined = await ask("community-room");
  const by = { by: "school", revision: declined.revision } as const;
  await declineBooking(services, SCHOOL, "system", declined.id, by);
  const withdrawn = await ask("community-room");
  await withdrawBooking(services, SCHOOL, "system", withdrawn.id, {
    by: "hirer",
    revision: withdrawn.revision,
  });
  await ask("community-room");
  const kept = await ask("sports-hall-a");
  const approved = await approveBooking(services, SCHOOL, "system", kept.id, kept);
  const change = { scope: "all", endTime: "20:00" } as const;
  const { booking: amended } = await amendBooking(services, SCHOOL, "system", approved.id, change, {
    revision: approved.revision,
    by: "school",
  });
  const date = "2026-09-15";
  await cancelOccurrence(services, SCHOOL, "system", amended.id, date, { by: "hirer" });
  const ended = await ask("sports-hall-b");
  const { revision } = await approveBooking(services, SCHOOL, "system", ended.id, ended);
  await cancelBooking(services, SCHOOL, "system", ended.id, { revision, by: "school" });
}

async function blocks(services: TestServices, hirer: string): Promise<void> {
  await requestBooking(services, SCHOOL, "system", tuesdays(hirer, { space: "main-hall" }));
  const both = { kind: "pollingStation", first: "2026-09-22" } as const;
  const options = { displace: true };
  await createBlock(services, SCHOOL, "system", { ...both, space: "main-hall" }, options);
  const block = await createBlock(
    services,
    SCHOOL,
    "system",
    { ...both, space: "sports-hall" },
    options,
  );
  await removeBlock(services, SCHOOL, "system", block.id);
}

/** The same school whose first half of the hall is one space: what is booked there is claimed anew. */
function withoutCourts(): typeof schoolDefinition {
  const premises = schoolDefinition.premises.map((site) => ({
    ...site,
    spaces: site.spaces.filter(({ parent }) => parent !== "sports-hall-a"),
  }));
  return { ...schoolDefinition, premises };
}

async function keysAndRequests(services: TestServices): Promise<void> {
  const { id } = await issueKey(services, { kind: "school", owner: SCHOOL, label: "desk" });
  await revokeKey(services, id);
  const request = { keyId: id, idempotencyKey: "a", fingerprint: "f" };
  await claimRequest(services, request);
  await abandonRequest(services, request);
  await claimRequest(services, request);
  await keepAnswer(services, request, { status: 200, headers: {}, body: "" });
  const other = { ...request, idempotencyKey: "b" };
  await claimRequest(services, other);
  await releaseRequest(services, other);
}

async function deliveriesAndJobs(services: TestServices): Promise<void> {
  await (await startEventDelivery(services, new Map([["feeds", {}]]))).close();
  await importSchool(services, "system", schoolDefinition);
  let hear = (): void => {};
  const heard = new Promise<void>((resolve) => (hear = resolve));
  const failing = (): void => {
    hear();
    throw new Error("no more of it");
  };
  const listeners = new Map([["feeds", { "school.imported": failing }]]);
  const delivery = await startEventDelivery(services, listeners, { mostAttempts: 1 });
  await heard;
  await delivery.close();
  const job = { plugin: "feeds", id: randomUUID(), everyMinutes: 5, run: async () => undefined };
  const turn = await storedJobTurns(services.store).take(job);
  await turn?.end();
}
