/** Colours of the yarn, from the middle of a diamond outwards. */
const YARN = [
  "#f2c230",
  "#2c3e48",
  "#f3ead7",
  "#b5443c",
  "#2c3e48",
  "#4f9273",
  "#2c3e48",
  "#f3ead7",
];

const COLUMNS = 16;
const ROWS = 9;
const STITCH = 2;

/** One repeat of a band of nested diamonds, after the double-woven tapestry blankets of Wales. */
export function tapestryBand(): string {
  const stitches: string[] = [];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const distance = Math.abs(column - COLUMNS / 2) + Math.abs(row - (ROWS - 1) / 2);
      const fill = YARN[distance % YARN.length] ?? "";
      const [x, y] = [column * STITCH, row * STITCH];
      stitches.push(`<path fill="${fill}" d="M${x} ${y}h${STITCH}v${STITCH}h-${STITCH}z"/>`);
    }
  }
  const [width, height] = [COLUMNS * STITCH, ROWS * STITCH];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges">${stitches.join("")}</svg>`;
}

/** The icon of the site: a hall with its door, under a roof of slate. */
export function hallIcon(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#2c3e48"/><path fill="#f3ead7" d="M16 6 4 14v2h24v-2zM6 18h20v8H6z"/><path fill="#b5443c" d="M13 26v-6h6v6z"/><path fill="#f2c230" d="M8 20h3v3H8zm13 0h3v3h-3z"/></svg>`;
}
