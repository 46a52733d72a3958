/** RFC 5545, section 3.1: no line of more octets than this, its end not counted. */
const LONGEST_LINE_OCTETS = 75;

const encoder = new TextEncoder();

/** Escapes a TEXT value (RFC 5545, section 3.3.11). Control characters other than line ends are dropped. */
export function textValue(text: string): string {
  return text
    .replaceAll(/\r\n?|\n/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");
}

/** Quotes a parameter value. A quotation mark can't stand in one: RFC 6868 writes it as `^'`. */
export function parameterValue(text: string): string {
  const encoded = text
    .replaceAll(/[^\P{Cc}\n]/gu, "")
    .replaceAll("^", "^^")
    .replaceAll("\n", "^n")
    .replaceAll('"', "^'");
  return `"${encoded}"`;
}

/** Joins content lines with CRLF, each folded at 75 octets and never within a character: Welsh ŵ and ŷ have two. */
export function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
