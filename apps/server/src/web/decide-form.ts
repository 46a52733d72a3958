import type { SeriesDecision } from "@neuadd/core";
import type { Actor } from "../keys/actor.ts";
import { previewBooking } from "../ledger/preview-booking.ts";
import type { SchoolState } from "../ledger/school-model.ts";
import type { Quote } from "../plugins/plugin-runtime.ts";
import type { PageKit } from "./page-kit.tsx";
import { formFaults, purposeOf, type RequestForm, seriesOf, timeFaults } from "./request-form.ts";

/** What the ledger says of a form: the same as the API's preview. */
export interface DecidedForm {
  readonly decision: SeriesDecision;
  /** What the dates that can be had would cost. */
  readonly quote: Quote;
}

/**
 * Decides what a form asks for, as `decision` has it or else as it would be now; undefined while the time is not
 * complete. Whose key stands in the form counts, `actor`: rules and prices may depend on it.
 */
export async function decideForm(
  { services, plugins, metrics }: PageKit,
  state: SchoolState,
  form: RequestForm,
  { actor, decision }: { readonly actor?: Actor; readonly decision?: SeriesDecision },
): Promise<DecidedForm | undefined> {
  const faults = formFaults(form, state);
  if (timeFaults(faults).size > 0) return undefined;
  const hasPeople = form.attendance !== "" && !faults.has("attendance");
  const hirer = actor?.kind === "hirer" ? actor.owner : undefined;
  const { title, activity } = form;
  const request = {
    ...seriesOf(form),
    ...purposeOf(form),
    ...(hasPeople && { attendance: Number(form.attendance) }),
    ...(title !== "" && !faults.has("title") && { title }),
    ...(activity !== "" && !faults.has("activity") && { activity }),
    ...(hirer !== undefined && { hirer }),
  };
  const school = state.school.id;
  const decided = decision ?? (await previewBooking(services, school, request));
  if (decision === undefined) metrics.countDecision("preview", decided);
  const quote = await plugins.quote({
    school,
    ...(hirer !== undefined && { hirer }),
    request,
    decision: decided,
  });
  return { decision: decided, quote };
}
