import { inject } from "vitest";

/** Where the test hosts of plugins keep their tables in this run. */
process.env["NEUADD_TEST_POSTGRES"] = inject("postgresUrl");
