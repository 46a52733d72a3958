import type { Listeners } from "@neuadd/plugin-kit";
import type { Schedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import type { Outlook } from "./look-at-school.ts";

export interface DeliverySettings {
  readonly schedule: Schedule;
  /** From 0 up to 1; spreads repeated attempts. */
  readonly random: () => number;
  /** How long a listener may take over one entry. */
  readonly listenerLimitMs: number;
  /** After this many failures in a row an entry becomes a dead letter. */
  readonly mostAttempts: number;
  /** Names this process among those that share the work. */
  readonly holder: string;
  /** The host's clock in milliseconds. */
  readonly hostNow: () => number;
}

/** What one listener is to be told of at one school. */
export interface DeliveryTask {
  readonly services: Pick<Services, "store" | "clock" | "logger">;
  readonly listener: string;
  readonly listeners: Listeners;
  readonly school: string;
  readonly settings: DeliverySettings;
  /** What was seen at the school when it was last woken, by listener. Absent: it looks for itself. */
  readonly look?: (() => Promise<ReadonlyMap<string, Outlook>>) | undefined;
  /** Whether dead letters of the school are wanted again. */
  readonly hasWantedLetters: boolean;
  /** Asked before each entry. */
  isStopped(): boolean;
}
