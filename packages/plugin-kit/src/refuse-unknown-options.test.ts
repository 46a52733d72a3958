import { expect, it } from "vitest";
import { refuseUnknownOptions } from "./refuse-unknown-options.ts";

interface Options {
  readonly host: string;
  readonly port?: number;
}

const known = { host: true, port: true } as const;

it("takes options that there are, given or not", () => {
  expect(() => refuseUnknownOptions<Options>("post", { host: "a" }, known)).not.toThrow();
  expect(() => refuseUnknownOptions<Options>("post", { host: "a", port: 1 }, known)).not.toThrow();
});

it("refuses any other, and names it and those that there are", () => {
  const given = { host: "a", prot: 1 };
  expect(() => refuseUnknownOptions<Options>("post", given, known)).toThrow(
    new RangeError('post: "prot" is no option. There are host, port.'),
  );
  const more = { ...given, toString: 1 };
  expect(() => refuseUnknownOptions<Options>("post", more, known)).toThrow(
    'post: "prot", "toString" are no options.',
  );
  expect(() => refuseUnknownOptions<object>("vat", { rate: 20 }, {})).toThrow(
    'vat: "rate" is no option. There are none.',
  );
});
