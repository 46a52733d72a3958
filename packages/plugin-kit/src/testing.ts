export { testPlugin, type ConformanceOptions, type TestSuite } from "./testing/test-plugin.ts";
export type { LogLine } from "./testing/kept-log.ts";
export type { TestPersonalData } from "./testing/memory-personal-data.ts";
export type { MemoryLedger, TestRequest } from "./testing/memory-ledger.ts";
export { openTestHost } from "./testing/open-test-host.ts";
export type {
  TestForm,
  TestHost,
  TestHostOptions,
  TestHostRequest,
  TestPageRequest,
} from "./testing/test-host.ts";
export type { TestCaller } from "./testing/test-caller.ts";
export { testHirers } from "./testing/test-hirers.ts";
export { otherTestSchool, TEST_START, testSchool, type TestSchool } from "./testing/test-school.ts";
