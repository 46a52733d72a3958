/**
 * Refuses options that a function does not have: a configuration in JavaScript is run without its types being checked, and
 * an option with another name would have no effect. The type checker sees to it that the names given are all there are.
 *
 * Throws a RangeError that names those that are unknown, and those that there are.
 *
 * @example
 * ```ts
 * import { refuseUnknownOptions } from "@neuadd/plugin-kit";
 *
 * interface DogsOptions {
 *   readonly allowed?: boolean;
 * }
 * function dogs(options: DogsOptions) {
 *   refuseUnknownOptions("dogs", options, { allowed: true });
 *   return options.allowed ?? false;
 * }
 * dogs({ allowed: true }); //=> true
 * ```
 */
export function refuseUnknownOptions<Options extends object>(
  name: string,
  given: Options,
  known: { readonly [Option in keyof Required<Options>]: true },
): void {
  const unknown = Object.keys(given).filter((option) => !Object.hasOwn(known, option));
  if (unknown.length === 0) return;
  const listed = unknown.map((option) => JSON.stringify(option)).join(", ");
  const options = Object.keys(known).join(", ");
  throw new RangeError(
    `${name}: ${listed} ${unknown.length === 1 ? "is no option" : "are no options"}. ${options === "" ? "There are none." : `There are ${options}.`}`,
  );
}
