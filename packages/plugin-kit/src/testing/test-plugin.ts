import type { Plugin } from "../plugin.ts";
import { identityChecks } from "./conformance/identity-checks.ts";
import { listenerChecks } from "./conformance/listener-checks.ts";
import { pageChecks } from "./conformance/page-checks.ts";
import { personalChecks } from "./conformance/personal-checks.ts";
import { routeChecks } from "./conformance/route-checks.ts";
import { ruleChecks } from "./conformance/rule-checks.ts";
import { tableChecks } from "./conformance/table-checks.ts";
import { escapingSchool, type Check, type OpenHost } from "./conformance/check.ts";
import type { TestRequest } from "./memory-ledger.ts";
import { openTestHost } from "./open-test-host.ts";
import type { TestHost, TestHostOptions } from "./test-host.ts";
import { otherTestSchool } from "./test-school.ts";

/** `describe` and `it` of a test runner: vitest, node:test and others have them of this shape. */
export interface TestSuite {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
}

export interface ConformanceOptions<Api extends object = object> extends TestHostOptions {
  /**
   * Puts in what the plugin needs to have anything to do: price lists, documents of hirers. Called each
   * time a host has been opened. The club of `testHirers` must be able to book the main hall on Tuesdays.
   */
  readonly arrange?: (host: TestHost<Api>) => Promise<void> | void;
  /**
   * Has it hold what it may come to hold about people, once a season has passed: an invoice, a document that was seen, in
   * which names, addresses and titles of the host's hirers stand.
   */
  readonly hold?: (host: TestHost<Api>) => Promise<void> | void;
  /** Requests to preview and price besides the suite's own, such as make each rule speak. */
  readonly requests?: readonly TestRequest[];
}

/**
 * Holds a plugin to the contract, in a test file of its own: ids and tables, rules and quotes, routes and
 * their OpenAPI description, listeners that are told twice, pages, and an end that leaves nothing running.
 * `makePlugin` is called for each test.
 *
 * @example
 * ```ts
 * import { definePlugin } from "@neuadd/plugin-kit";
 * import { testPlugin } from "@neuadd/plugin-kit/testing";
 *
 * const names: string[] = [];
 * const suite = {
 *   describe: (_name: string, body: () => void) => body(),
 *   it: (name: string) => void names.push(name),
 * };
 * testPlugin(() => definePlugin({ id: "silent", setup: () => ({}) }), suite);
 * names.includes("leaves nothing running when it is closed"); //=> true
 * ```
 */
export function testPlugin<Api extends object>(
  makePlugin: () => Plugin<string, Api>,
  { describe, it }: TestSuite,
  options: ConformanceOptions<Api> = {},
): void {
  const { arrange, hold, requests = [], ...hostOptions } = options;
  const open: OpenHost = async () => {
    const host = await openTestHost(makePlugin(), {
      schools: [escapingSchool, otherTestSchool],
      ...hostOptions,
    });
    await arrange?.(host);
    return host;
  };
  const groups: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
    "the plugin itself": identityChecks(makePlugin),
    "its tables": tableChecks(makePlugin),
    "what it holds about people": personalChecks(makePlugin, async (host) =>
      hold?.(host as TestHost<Api>),
    ),
    "its rules and quotes": ruleChecks(requests),
    "its routes": routeChecks(),
    "its listeners and jobs": listenerChecks(),
    "its pages": pageChecks(),
  };
  for (const [group, checks] of Object.entries(groups)) {
    describe(`plugin contract: ${group}`, () => {
      for (const [name, check] of Object.entries(checks)) it(name, () => check(open));
    });
  }
}
