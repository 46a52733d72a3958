import { readFile } from "node:fs/promises";
import { isProblem, NeuaddConnectionError } from "@neuadd/client";
import { bookSeason, clientsFor } from "./book-season.ts";
import type { Season } from "./season.ts";

// Asks for the season in `season.json`, or in the file that is named, with a hirer's key: NEUADD_SERVER, NEUADD_KEY, and
// NEUADD_WAIT_SECONDS for how long to wait for the school's answer.

const {
  NEUADD_SERVER = "http://localhost:3000",
  NEUADD_KEY = "",
  NEUADD_WAIT_SECONDS = "600",
} = process.env;

if (NEUADD_KEY === "") {
  console.error("Rhowch allwedd llogwr yn NEUADD_KEY; mae `npm start` yn argraffu un.");
  console.error("Give a hirer's key in NEUADD_KEY; `npm start` prints one.");
  process.exitCode = 2;
} else {
  await run();
}

async function run(): Promise<void> {
  const file = process.argv[2] ?? new URL("season.json", import.meta.url);
  const season = JSON.parse(await readFile(file, "utf8")) as Season;
  try {
    const booking = await bookSeason(season, {
      clients: clientsFor(NEUADD_SERVER, NEUADD_KEY),
      print: console.log,
      signal: AbortSignal.timeout(Number(NEUADD_WAIT_SECONDS) * 1000),
    });
    if (booking === undefined) process.exitCode = 1;
  } catch (error) {
    if (!isProblem(error) && !(error instanceof NeuaddConnectionError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
