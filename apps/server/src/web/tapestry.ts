/** Colours of the yarn, from the middle of a diamond outwards. */
const YARN = [
  "#f2c230",
  "#2c3e48",
  "#f3ead7",
  "#b5443c",
  "#b5443c",
  "#2c3e48",
  "#4f9273",
  "#f3ead7",
  "#2c3e48",
  "#2c3e48",
  "#4f9273",
  "#2c3e48",
  "#b5443c",
  "#f3ead7",
  "#2c3e48",
  "#f2c230",
  "#2c3e48",
];

const COLUMNS = 16;
const STITCH = 2;

/** One repeat of a cloth of nested diamonds, after the double-woven tapestry blankets of Wales. It joins itself on every side. */
export function tapestry(): string {
  const middle = COLUMNS / 2;
  const places = Array.from({ length: COLUMNS }, (_, place) => place);
  const stitches = places.flatMap((row) =>
    places.map((column) => {
      const distance = Math.abs(column - middle) + Math.abs(row - middle);
      return `<path fill="${YARN[distance] ?? ""}" d="M${column * STITCH} ${row * STITCH}h${STITCH}v${STITCH}h-${STITCH}z"/>`;
    }),
  );
  const size = COLUMNS * STITCH;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${stitches.join("")}</svg>`;
}

/** The icon of the site: a hall with its door, under a roof of slate. */
export function hallIcon(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#2c3e48"/><path fill="#f3ead7" d="M16 6 4 14v2h24v-2zM6 18h20v8H6z"/><path fill="#b5443c" d="M13 26v-6h6v6z"/><path fill="#f2c230" d="M8 20h3v3H8zm13 0h3v3h-3z"/></svg>`;
}
