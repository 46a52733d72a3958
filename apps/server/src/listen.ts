import type { Server } from "node:http";
import { ConfigError } from "./config/config-error.ts";
import type { Schedule } from "./schedule.ts";

/** Starts to listen, and answers the port: of use when any free one (0) was asked for. */
export async function listenOn(
  server: Server,
  port: number,
  host: string | undefined,
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(listenFault(cause, port, host)));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

/** Accepts no more, lets what runs finish, and after `limitMs` cuts what is left. */
export async function stopListening(
  server: Server,
  schedule: Schedule,
  limitMs: number,
): Promise<void> {
  if (!server.listening) return;
  const cancelLimit = schedule(limitMs, () => server.closeAllConnections());
  let cancelSweep: (() => void) | undefined;
  // A connection that has been answered stays open for further requests, and would be waited for.
  function sweep(): void {
    server.closeIdleConnections();
    cancelSweep = schedule(SWEEP_MS, sweep);
  }
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    sweep();
  });
  cancelLimit();
  cancelSweep?.();
}

const SWEEP_MS = 50;

/** How this machine reaches the server. */
export function localUrl(host: string | undefined, port: number): string {
  const isEverywhere = host === undefined || host === "0.0.0.0" || host === "::";
  const name = isEverywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function listenFault(cause: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  const isTaken = cause.code === "EADDRINUSE";
  if (!isTaken && cause.code !== "EACCES" && cause.code !== "EADDRNOTAVAIL") return cause;
  const where = host === undefined ? `${port}` : `${port} (${host})`;
  return new ConfigError(
    "PORT_TAKEN",
    {
      en: isTaken
        ? `Another program listens on port ${where}. Stop it, or choose another port with PORT or --port.`
        : `This program may not listen on port ${where}. Choose another port with PORT or --port, or another host.`,
      cy: isTaken
        ? `Mae rhaglen arall yn gwrando ar borth ${where}. Stopiwch hi, neu dewiswch borth arall â PORT neu --port.`
        : `Ni chaiff y rhaglen hon wrando ar borth ${where}. Dewiswch borth arall â PORT neu --port, neu westeiwr arall.`,
    },
    { cause },
  );
}
