import { inflateSync } from "node:zlib";

const WOFF = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * A font of WOFF 1.0 (W3C Recommendation, 13 December 2012) as the plain font file that it packs. The
 * library that draws letters inflates a packed table anew for each letter, which takes seconds for a page.
 *
 * @throws TypeError for bytes that are no WOFF
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.length < WOFF_HEADER || woff.readUInt32BE(0) !== WOFF) {
    throw new TypeError("These bytes are no WOFF font: give a file whose name ends in .woff.");
  }
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableOf(woff, index));
  const header = Buffer.alloc(SFNT_HEADER);
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(2 ** power * SFNT_ENTRY, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE((count - 2 ** power) * SFNT_ENTRY, 10);
  let offset = SFNT_HEADER + count * SFNT_ENTRY;
  const entries = tables.map(({ tag, checksum, data }) => {
    const entry = Buffer.alloc(SFNT_ENTRY);
    tag.copy(entry, 0);
    entry.writeUInt32BE(checksum, 4);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(data.length, 12);
    offset += paddedLength(data.length);
    return entry;
  });
  return Buffer.concat([header, ...entries, ...tables.map(({ data }) => padded(data))]);
}

interface FontTable {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly data: Buffer;
}

function tableOf(woff: Buffer, index: number): FontTable {
  const place = WOFF_HEADER + index * WOFF_ENTRY;
  const offset = woff.readUInt32BE(place + 4);
  const packedLength = woff.readUInt32BE(place + 8);
  const length = woff.readUInt32BE(place + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  return {
    tag: woff.subarray(place, place + 4),
    checksum: woff.readUInt32BE(place + 16),
    data: packedLength < length ? inflateSync(packed) : packed,
  };
}

/** Tables begin at multiples of four bytes. */
function paddedLength(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data], paddedLength(data.length));
}
