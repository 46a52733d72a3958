const LONGEST_LINE_OCTETS = 75;

/**
 * A content line of RFC 5545, folded so that no line is longer than 75 octets, with CRLF after each. It is cut between
 * characters: ŵ and ŷ are two octets each, and stay whole.
 */
export function contentLine(text: string): string {
  const lines: string[] = [];
  let line = "";
  let octets = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE_OCTETS) {
      lines.push(line);
      // The space that marks a continuation counts too.
      line = " ";
      octets = 1;
    }
    line += character;
    octets += size;
  }
  return `${[...lines, line].join("\r\n")}\r\n`;
}

/** A TEXT value (RFC 5545 section 3.3.11). Control characters, which no calendar can hold, are left out. */
export function textValue(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`);
}
