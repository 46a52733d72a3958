import { ERASED_TEXT } from "@neuadd/plugin-kit";
import { describe, expect, it } from "vitest";
import { bookedSchool } from "../../test/fixtures/booked-school.ts";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { SCHOOL, schoolDefinition, schoolLike } from "../../test/fixtures/school-definition.ts";
import { testKeepers } from "../../test/fixtures/test-keepers.ts";
import { tuesdays } from "../../test/fixtures/tuesdays.ts";
import { cancelBooking, declineBooking } from "../ledger/end-booking.ts";
import { requestBooking } from "../ledger/request-booking.ts";
import type { Services } from "../services.ts";
import { eraseHirer } from "./erase-hirer.ts";
import { readHirer } from "./read-hirer.ts";

/** The later of the two: by then the hirer is erased at the first. */
const OTHER = "ysgol-y-cwm";

/** A hirer that two schools know, with nothing to come, and a way to act when the first has erased it. */
async function knownAtTwoSchools() {
  const schools = [schoolDefinition, schoolLike(OTHER)];
  const { services, hirer, approved } = await bookedSchool({ schools });
  const { id, revision } = await approved();
  await cancelBooking(services, SCHOOL, "key:key_s", id, { revision, by: "school" });
  const there = await requestBooking(services, OTHER, "system", tuesdays(hirer));
  const ended = { revision: there.booking.revision, by: "school" } as const;
  await declineBooking(services, OTHER, "key:key_s", there.booking.id, ended);
  return { services, hirer };
}

function asked(services: Services) {
  return { actor: "system", cause: "request", keepers: testKeepers(services) } as const;
}

describe("a school that books for a hirer while it is being erased", () => {
  it.each([SCHOOL, OTHER])(
    "gets its booking and stops that, or is told no (%s)",
    async (school) => {
      const { services, hirer } = await knownAtTwoSchools();
      let booking: Promise<string> | undefined;
      const disturbed: Services = {
        ...services,
        announce(announced) {
          services.announce(announced);
          booking ??= requestBooking(services, school, "key:key_s", tuesdays(hirer)).then(
            (made) => made.booking.id,
            (error: { readonly code: string }) => error.code,
          );
        },
      };
      const outcome = await eraseHirer(disturbed, hirer, asked(services));
      const booked = await booking;
      const { name } = await readHirer(services, hirer);
      if (outcome.isErased) expect([booked, name]).toEqual(["HIRER_UNKNOWN", ERASED_TEXT]);
      else {
        expect(outcome.live).toEqual([{ school, booking: booked }]);
        expect(name).toBe("Clwb Badminton y Bryn");
      }
      expect(await checkLedger(services.store)).toEqual([]);
      await services.store.close();
    },
  );
});

it("lets nobody book for a hirer that is erased", async () => {
  const { services, hirer } = await knownAtTwoSchools();
  expect(await eraseHirer(services, hirer, asked(services))).toMatchObject({ isErased: true });
  const booking = requestBooking(services, SCHOOL, "key:key_s", tuesdays(hirer));
  await expect(booking).rejects.toMatchObject({ code: "HIRER_UNKNOWN" });
  await services.store.close();
});
