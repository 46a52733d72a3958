import { describe, expect, it } from "vitest";
import { POSTGRES_URL, whyNoPostgres } from "./find-postgres.ts";

const isRequired = process.env["NEUADD_REQUIRE_ALL"] === "1";

describe.skipIf(!isRequired)(
  `the server on PostgreSQL (skipped where ${POSTGRES_URL} does not answer, unless NEUADD_REQUIRE_ALL=1)`,
  () => {
    it("finds PostgreSQL", async () => {
      expect(await whyNoPostgres()).toBeUndefined();
    });
  },
);
