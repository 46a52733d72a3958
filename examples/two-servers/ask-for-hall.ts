/** What a server answered: the id of the booking, or the code of its refusal. */
export interface HallAnswer {
  readonly status: number;
  readonly booking?: string;
  readonly code?: string;
}

/** Asks one server for the hall on an evening. The same `idempotencyKey` sent again never books twice, whichever server gets it. */
export async function askForHall(
  server: string,
  key: string,
  idempotencyKey: string,
  date: string,
): Promise<HallAnswer> {
  const response = await fetch(`${server}/v1/schools/ysgol-y-cwm/bookings`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    },
    body: JSON.stringify({
      title: "Clwb ieuenctid",
      activity: "youthClub",
      purpose: { elements: ["community"], audience: ["11-16"] },
      space: "hall",
      first: date,
      startTime: "18:00",
      endTime: "20:00",
      attendance: 30,
    }),
  });
  const { id, code } = (await response.json()) as { id?: string; code?: string };
  return {
    status: response.status,
    ...(id !== undefined && { booking: id }),
    ...(code !== undefined && { code }),
  };
}
