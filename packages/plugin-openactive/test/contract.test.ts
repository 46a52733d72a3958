import { testPlugin } from "@neuadd/plugin-kit/testing";
import { describe, it } from "vitest";
import { openActive } from "../src/index.ts";
import { publication, SCHOOL } from "./published-school.ts";

testPlugin(
  () => openActive(),
  { describe, it },
  { arrange: (host) => host.api.publish(SCHOOL, publication) },
);
