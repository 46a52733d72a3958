import type { Bilingual } from "@neuadd/core";
import { LEDGER_EVENT_TYPES } from "../ledger-event.ts";
import type { DeskPage } from "../desk-page.ts";
import type { PluginParts } from "../plugin.ts";

const NAME_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_JOB_MINUTES = 60 * 24 * 366;

/**
 * The first thing in which what a plugin's `setup` gave is not of the contract; undefined if it is sound.
 * A plugin in plain JavaScript, or made for another version, may give anything.
 */
export function partsFault(parts: PluginParts): Bilingual | undefined {
  if (typeof parts !== "object" || parts === null) {
    return { en: "setup must give an object", cy: "rhaid i setup roi gwrthrych" };
  }
  return functionsFault(parts) ?? listenersFault(parts) ?? jobsFault(parts) ?? pagesFault(parts);
}

function functionsFault(parts: PluginParts): Bilingual | undefined {
  const { rules, routes } = parts;
  const isRules = isFunction(rules) || (Array.isArray(rules) && rules.every(isFunction));
  if (rules !== undefined && !isRules) {
    return {
      en: "rules must be a list of functions, or a function that gives one",
      cy: "rhaid i rules fod yn rhestr o ffwythiannau, neu'n ffwythiant sy'n rhoi un",
    };
  }
  for (const name of ["quote", "close"] as const) {
    if (parts[name] !== undefined && typeof parts[name] !== "function") {
      return { en: `${name} must be a function`, cy: `rhaid i ${name} fod yn ffwythiant` };
    }
  }
  if (routes !== undefined && !("getOpenAPI31Document" in routes)) {
    return { en: "routes must be an OpenAPIHono", cy: "rhaid i routes fod yn OpenAPIHono" };
  }
  return undefined;
}

function listenersFault({ on = {} }: PluginParts): Bilingual | undefined {
  const types: readonly string[] = LEDGER_EVENT_TYPES;
  for (const [type, listener] of Object.entries(on)) {
    if (!types.includes(type)) {
      return {
        en: `on names "${type}", which no ledger holds; it knows ${types.join(", ")}`,
        cy: `mae on yn enwi "${type}", nad yw mewn unrhyw gyfriflyfr; mae'n adnabod ${types.join(", ")}`,
      };
    }
    if (!isFunction(listener)) {
      return {
        en: `on["${type}"] must be a function`,
        cy: `rhaid i on["${type}"] fod yn ffwythiant`,
      };
    }
  }
  return undefined;
}

function jobsFault({ jobs = [] }: PluginParts): Bilingual | undefined {
  for (const [index, job] of jobs.entries()) {
    const { id, everyMinutes } = job;
    if (!NAME_PATTERN.test(id) || jobs.findIndex((other) => other.id === id) !== index) {
      return {
        en: `the job id "${id}" must be of lower-case letters, digits and hyphens, and unique`,
        cy: `rhaid i ddynodydd y dasg "${id}" fod o lythrennau bach, rhifolion a chysylltnodau, ac yn unigryw`,
      };
    }
    const isInterval = everyMinutes >= 1 && everyMinutes <= LONGEST_JOB_MINUTES;
    if (!isInterval || typeof job.run !== "function") {
      return {
        en: `the job "${id}" needs everyMinutes from 1 to ${LONGEST_JOB_MINUTES} and a function run`,
        cy: `mae angen everyMinutes o 1 i ${LONGEST_JOB_MINUTES} a ffwythiant run ar y dasg "${id}"`,
      };
    }
  }
  return undefined;
}

function pagesFault({ pages = [] }: PluginParts): Bilingual | undefined {
  for (const [index, page] of pages.entries()) {
    const { path, title, audience } = page;
    const isPath = path === "" || NAME_PATTERN.test(path);
    if (!isPath || pages.findIndex((other) => other.path === path) !== index) {
      return {
        en: `the page path "${path}" must be empty or of lower-case letters, digits and hyphens, and unique`,
        cy: `rhaid i lwybr y dudalen "${path}" fod yn wag neu o lythrennau bach, rhifolion a chysylltnodau, ac yn unigryw`,
      };
    }
    const hasTitle = Boolean(title?.cy?.trim()) && Boolean(title?.en?.trim());
    if (
      !hasTitle ||
      !["anyone", "school"].includes(audience) ||
      typeof page.render !== "function"
    ) {
      return {
        en: `the page "${path}" needs a title in both languages, an audience of "anyone" or "school", and a function render`,
        cy: `mae angen teitl yn y ddwy iaith, audience "anyone" neu "school", a ffwythiant render ar y dudalen "${path}"`,
      };
    }
    const fault = actionsFault(page);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function actionsFault({ path, audience, actions = [] }: DeskPage): Bilingual | undefined {
  if (audience === "anyone" && actions.length > 0) {
    return {
      en: `the page "${path}" is for anyone, and so can have no actions`,
      cy: `mae'r dudalen "${path}" i bawb, ac felly ni all fod ag actions`,
    };
  }
  for (const [index, action] of actions.entries()) {
    const { id, label, fields } = action;
    const isSound =
      NAME_PATTERN.test(id) &&
      actions.findIndex((other) => other.id === id) === index &&
      Boolean(label?.cy?.trim()) &&
      Boolean(label?.en?.trim()) &&
      typeof fields?.safeParse === "function" &&
      typeof action.run === "function";
    if (!isSound) {
      return {
        en: `the action "${id}" of the page "${path}" needs an id of lower-case letters, digits and hyphens that is unique, a label in both languages, a schema of fields, and a function run`,
        cy: `mae angen dynodydd unigryw o lythrennau bach, rhifolion a chysylltnodau, label yn y ddwy iaith, sgema fields a ffwythiant run ar y weithred "${id}" ar y dudalen "${path}"`,
      };
    }
  }
  return undefined;
}

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}
