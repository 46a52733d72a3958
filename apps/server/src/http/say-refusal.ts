import type { Bilingual, Language } from "@neuadd/core";
import type { PluginExchange } from "@neuadd/plugin-kit";
import { problemOf } from "./problem-of.ts";

/** What the problem details of an expected "no" say, for people and in both languages; undefined for what is a fault of ours. */
export function sayRefusal(error: unknown, exchange: PluginExchange): Bilingual | undefined {
  const say = (language: Language): string | undefined => {
    const { body, isOurs } = problemOf(error, { ...exchange, language, headers: {} }, "");
    return isOurs ? undefined : `${String(body["title"])}. ${String(body["detail"])}`;
  };
  const [cy, en] = [say("cy"), say("en")];
  return cy === undefined || en === undefined ? undefined : { cy, en };
}
