import type { Plugin } from "@neuadd/plugin-kit";
import { z } from "zod";
import { LOG_LEVELS } from "./config.ts";
import { isPostgresUrl } from "./store-setting.ts";

const positive = z.int().min(1).max(1_000_000_000);

/** The shape of a configuration. What is wrong with a setting is said by `configFaults`, not by zod. */
export const ConfigSchema = z.strictObject({
  store: z
    .strictObject({
      sqlite: z.string().min(1).optional(),
      postgres: z.string().refine(isPostgresUrl).optional(),
      connections: z.int().min(1).max(1000).optional(),
    })
    .refine(isOneStore)
    .optional(),
  port: z.int().min(0).max(65_535).optional(),
  host: z.string().min(1).optional(),
  publicUrl: z
    .string()
    .regex(/^https?:\/\/[^/?#\s]+(?:\/[^?#\s]*[^/?#\s])?$/)
    .optional(),
  plugins: z.array(z.custom<Plugin>(isPlugin)).optional(),
  clock: z.string().refine(isClock).optional(),
  limits: z
    .strictObject({
      bodyBytes: positive,
      addressRequestsPerMinute: positive,
      keyRequestsPerMinute: positive,
      badKeysPerMinute: positive,
      trustedProxies: z.int().min(0).max(10),
      processes: z.int().min(1).max(1000),
    })
    .partial()
    .optional(),
  retention: z
    .strictObject({
      enquiryMonths: z.int().min(1).max(1200),
      bookingYears: z.int().min(0).max(100),
    })
    .partial()
    .optional(),
  logLevel: z.enum(LOG_LEVELS).optional(),
});

/** Whether text is `real` or an RFC 3339 instant that exists. */
export function isClock(text: string): boolean {
  return text === "real" || z.iso.datetime({ offset: true }).safeParse(text).success;
}

/** Exactly one engine; connections are PostgreSQL's. */
function isOneStore(store: {
  readonly sqlite?: string | undefined;
  readonly postgres?: string | undefined;
  readonly connections?: number | undefined;
}): boolean {
  if (store.postgres !== undefined) return store.sqlite === undefined;
  return store.sqlite !== undefined && store.connections === undefined;
}

/** Its id and order are looked at when plugins are started. */
function isPlugin(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "setup" in value &&
    typeof value.setup === "function"
  );
}
