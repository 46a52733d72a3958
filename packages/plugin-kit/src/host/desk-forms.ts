import type { Language } from "@neuadd/core";
import { html } from "hono/html";
import type { DeskAction, DeskField } from "../desk-action.ts";
import type { DeskPageRequest } from "../desk-page.ts";
import type { DeskFormFaults, DeskFormValues } from "./desk-form-answer.ts";

/** Names of what the host itself puts into a form. */
export const DESK_ACTION_NAME = "desk.action";
export const DESK_TOKEN_NAME = "desk.token";

/** The fields of the form that was refused have ids that begin so, for links from what is said above. */
export const REFUSED_FIELD_PREFIX = "refused-";

/** A form that was sent, and comes back. */
export interface RefusedForm {
  readonly action: string;
  readonly values: DeskFormValues;
  readonly faults: DeskFormFaults;
}

export interface DeskFormSetting {
  readonly language: Language;
  readonly actions: readonly DeskAction[];
  /** Proves that a form was sent from a page of whoever sends it. */
  readonly token: string;
  readonly refused?: RefusedForm;
}

export interface DeskForms {
  readonly form: DeskPageRequest["form"];
  /** What the fields of the refused form are called, once it has been made. */
  readonly refusedLabels: ReadonlyMap<string, string>;
}

/** Makes the forms of a page. They are sent to the address of the page itself. */
export function deskForms(setting: DeskFormSetting): DeskForms {
  const { language, actions, token, refused } = setting;
  const refusedLabels = new Map<string, string>();
  let count = 0;
  const form: DeskPageRequest["form"] = (id, { hidden = {}, fields = [], about } = {}) => {
    const action = actions.find((one) => one.id === id);
    if (action === undefined) throw new TypeError(`The page has no action "${id}".`);
    const sent = refused !== undefined && isOf(refused, id, hidden) ? refused : undefined;
    const prefix = sent === undefined ? `${id}-${(count += 1)}-` : REFUSED_FIELD_PREFIX;
    const shown = fields.map((field) => {
      if (sent !== undefined) refusedLabels.set(field.name, field.label);
      const value = sent?.values[field.name] ?? field.value ?? "";
      return fieldMarkup(field, `${prefix}${field.name}`, value, sent?.faults, language);
    });
    return html`<form method="post" class="desk-form" novalidate>
      <input type="hidden" name="${DESK_ACTION_NAME}" value="${id}" />
      <input type="hidden" name="${DESK_TOKEN_NAME}" value="${token}" />
      ${Object.entries(hidden).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      ${shown}
      <button type="submit">
        ${action.label[language]}${
          about === undefined ? "" : html`<span class="visually-hidden">: ${about}</span>`
        }
      </button>
    </form>`;
  };
  return { form, refusedLabels };
}

/** Of several forms of one action, that which was sent is known by what it sends along. */
function isOf(
  { action, values }: RefusedForm,
  id: string,
  hidden: Readonly<Record<string, string>>,
): boolean {
  return action === id && Object.entries(hidden).every(([name, value]) => values[name] === value);
}

function fieldMarkup(
  { name, label, hint, options }: DeskField,
  id: string,
  value: string,
  faults: DeskFormFaults | undefined,
  language: Language,
) {
  const fault = faults?.get(name)?.[language];
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
  ];
  const told = html`id="${id}" name="${name}"
  ${described.length > 0 ? html`aria-describedby="${described.join(" ")}"` : ""}
  ${fault === undefined ? "" : html`aria-invalid="true"`}`;
  return html`<div class="${fault === undefined ? "field" : "field has-fault"}">
    <label for="${id}">${label}</label>
    ${hint === undefined ? "" : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${fault === undefined ? "" : html`<p class="fault" id="${id}-fault">${fault}</p>`}
    ${
      options === undefined
        ? html`<input type="text" ${told} value="${value}" />`
        : html`<select ${told}>
            ${options.map(
              (one) =>
                html`<option value="${one.value}" ${one.value === value ? "selected" : ""}>
                  ${one.label}
                </option>`,
            )}
          </select>`
    }
  </div>`;
}
