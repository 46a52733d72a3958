/** A line of a calendar (RFC 5545 section 3.1), unfolded. */
export interface ContentLine {
  /** In upper case. */
  readonly name: string;
  /** By name in upper case, without the quotes; of one that comes twice the last. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** Reads a line from its beginning to its end, once. Undefined: it has no name, or no value. */
export function readContentLine(line: string): ContentLine | undefined {
  const name = lineName(line);
  if (name === "") return undefined;
  const parameters = new Map<string, string>();
  let at = name.length;
  while (line[at] === ";") {
    const equals = line.indexOf("=", at);
    if (equals === -1) return undefined;
    const end = endOfParameter(line, equals + 1);
    const value = line.slice(equals + 1, end).replaceAll('"', "");
    parameters.set(line.slice(at + 1, equals).toUpperCase(), value);
    at = end;
  }
  if (line[at] !== ":") return undefined;
  return { name, parameters, value: line.slice(at + 1) };
}

/** The name that a line begins with, in upper case; empty if there is none. */
export function lineName(line: string): string {
  return /^[\w-]{1,64}(?=[;:])/.exec(line)?.[0].toUpperCase() ?? "";
}

/** A TEXT value (RFC 5545 section 3.3.11) as it is meant. */
export function plainText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_escape, character: string) =>
    character.toLowerCase() === "n" ? "\n" : character,
  );
}

/** Where the next parameter or the value begins: what stands in quotes may hold any sign. */
function endOfParameter(line: string, start: number): number {
  let isQuoted = false;
  for (let at = start; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === ";" || sign === ":")) return at;
  }
  return line.length;
}
