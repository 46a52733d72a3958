import { askForHall } from "./ask-for-hall.ts";
import { setUp } from "./set-up.ts";
import { startServer } from "./start-server.ts";

const databaseUrl = process.env["DATABASE_URL"];
if (databaseUrl) {
  await show(databaseUrl);
} else {
  console.error(
    "Gosodwch DATABASE_URL i gronfa ddata PostgreSQL wag.\nSet DATABASE_URL to a PostgreSQL database that is empty.",
  );
  process.exitCode = 1;
}

async function show(url: string): Promise<void> {
  const key = await setUp(url);
  const [first, second] = await Promise.all([startServer(url), startServer(url)]);
  say("Dau weinydd ar un gronfa ddata", "Two servers on one database", first.url, second.url);

  const rivals = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      askForHall((index % 2 === 0 ? first : second).url, key, `rival-${index}`, "2026-09-08"),
    ),
  );
  const won = rivals.filter(({ status }) => status === 201);
  const lost = rivals.filter(({ code }) => code === "SERIES_NOT_BOOKABLE");
  say("Ugain cais am yr un noson", "Twenty requests for one evening");
  say("  wedi'u derbyn", "  accepted", `${won.length}`);
  say("  wedi'u gwrthod", "  refused", `${lost.length}`);

  const made = await askForHall(first.url, key, "sent-twice", "2026-09-09");
  await first.kill();
  const again = await askForHall(second.url, key, "sent-twice", "2026-09-09");
  say("Wedi lladd y naill weinydd, mae'r llall yn ateb", "One server killed, the other answers");
  say(
    "  yr un archeb",
    "  the same booking",
    String(made.status === 201 && made.booking === again.booking),
  );

  await second.stop();
}

function say(cy: string, en: string, ...facts: readonly string[]): void {
  console.log([`${cy} / ${en.trim()}`, ...facts].join("  "));
}
