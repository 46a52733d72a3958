import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { schoolSite } from "@neuadd/example-embed-page";
import {
  ConfigError,
  createServer,
  makeDataDirectory,
  type Server,
  ServerError,
  withEnvironment,
} from "@neuadd/server";
import { demonstrationConfig } from "./demonstration-config.ts";
import { demonstrationKeys } from "./demonstration-keys.ts";
import { publishOpenData } from "./publish-open-data.ts";
import { seedDemonstration } from "./seed-demonstration.ts";

/** The school whose key is printed, and the one that the README's walk is about. */
const SCHOOL = "brynmawr-foundation";

try {
  await start();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof ServerError)) throw error;
  console.error(`${error.sentence.cy}\n${error.sentence.en}`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const ownDirectory = fileURLToPath(new URL("../../.neuadd", import.meta.url));
  const config = withEnvironment(demonstrationConfig(ownDirectory), process.env);
  // The keys' file is kept beside the database, or here when that is PostgreSQL's.
  const sqliteFile = config.store?.sqlite;
  const dataDirectory =
    sqliteFile === undefined ? process.env["NEUADD_DATA"] || ownDirectory : dirname(sqliteFile);
  makeDataDirectory(dataDirectory);
  const site = schoolSite({ server: "", path: "/demo/embed", school: SCHOOL });
  const server = await createServer(config, { site });
  try {
    const hirers = await seedDemonstration(server.services);
    await publishOpenData(server.plugins.openactive, SCHOOL);
    const hirer = hirers.get("badminton") ?? "";
    const owners = { hirer, school: SCHOOL };
    const keys = await demonstrationKeys(server.services, dataDirectory, owners);
    const { url } = await server.listen();
    closeWhenAsked(server);
    announce(url);
    console.log(`ready ${url}`);
    console.log(`hirer key ${keys.hirer}`);
    console.log(`school key ${keys.school}`);
    if (server.firstKey !== undefined) console.log(`operator key ${server.firstKey}`);
  } catch (error) {
    await server.close();
    throw error;
  }
}

function announce(url: string): void {
  console.log(
    [
      "Neuadd: ysgolion Blaenau Gwent, arddangosiad / schools of Blaenau Gwent, a demonstration",
      `  Cymraeg      ${url}/cy`,
      `  English      ${url}/en`,
      `  API          ${url}/docs`,
      `  wythnos/week ${url}/en/schools/${SCHOOL}/week`,
      `  safle/site   ${url}/demo/embed`,
      "",
    ].join("\n"),
  );
}

function closeWhenAsked(server: Server): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.close());
  }
}
