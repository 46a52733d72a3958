import { createClient, isProblem, type Booking, type Client } from "@neuadd/client";
import type { Season } from "./season.ts";
import { bookingLines, previewLines, statusLine, type InBoth } from "./season-lines.ts";

export interface SeasonBooker {
  /** One client for each language: sentences come in the language of the client that asks. */
  readonly clients: InBoth<Client>;
  readonly print: (line: string) => void;
  /** Ends the waiting for the school's answer. */
  readonly signal?: AbortSignal;
}

/**
 * Previews a season, books what can be had of it, waits for the school's answer and prints the dates, in Welsh and in
 * English. Answers the booking as it then stands; undefined when it can't be had, and why has been printed.
 */
export async function bookSeason(
  { school, request }: Season,
  { clients, print, signal }: SeasonBooker,
): Promise<Booking | undefined> {
  const preview = await inBoth(clients, (client) => client.bookings.preview(school, request));
  for (const line of previewLines(preview)) print(line);
  if (!preview.en.accepted) return undefined;

  const booking = await bookAsShown({ school, request }, preview.en.digest, clients, print);
  if (booking === undefined) return undefined;
  print("");
  print(`${statusLine(booking)}: ${booking.id}`);

  const answered = await answerOf(booking, clients.en, signal);
  const final = await inBoth(clients, (client) => client.bookings.get(school, booking.id));
  if (answered.status !== "requested") {
    print(statusLine(final.en));
    if (final.en.reason !== undefined) print(final.en.reason);
  }
  for (const line of bookingLines(final)) print(line);
  return final.en;
}

/** Two clients of one server and one key, one for each language. */
export function clientsFor(server: string, key: string): InBoth<Client> {
  return {
    cy: createClient({ server, key, language: "cy" }),
    en: createClient({ server, key, language: "en" }),
  };
}

/** What was shown is what is asked for: with its digest, a decision that has changed meanwhile is refused. */
async function bookAsShown(
  { school, request }: Season,
  expectedDigest: string,
  clients: InBoth<Client>,
  print: (line: string) => void,
): Promise<Booking | undefined> {
  try {
    return await clients.en.bookings.book(school, { ...request, expectedDigest });
  } catch (error) {
    if (!isProblem(error, "DECISION_CHANGED", "SERIES_NOT_BOOKABLE")) throw error;
    print("");
    print("Mae rhywun arall wedi archebu yn y cyfamser; dyma sut mae hi erbyn hyn.");
    print("Somebody else has booked meanwhile; this is how it stands now.");
    const preview = await inBoth(clients, (client) => client.bookings.preview(school, request));
    for (const line of previewLines(preview)) print(line);
    return undefined;
  }
}

/** The booking once the school has answered, or as it is when the signal is aborted. */
async function answerOf(booking: Booking, client: Client, signal?: AbortSignal): Promise<Booking> {
  let last = booking;
  const options = { everyMilliseconds: 2000, signal };
  for await (const current of client.bookings.follow(booking, options)) {
    last = current;
    if (current.status !== "requested") break;
  }
  return last;
}

async function inBoth<Answer>(
  clients: InBoth<Client>,
  ask: (client: Client) => Promise<Answer>,
): Promise<InBoth<Answer>> {
  const [cy, en] = await Promise.all([ask(clients.cy), ask(clients.en)]);
  return { cy, en };
}
