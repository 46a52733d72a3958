import { type Language, sayDate, sayShortDate, sayTime, type SeriesDecision } from "@neuadd/core";
import type { SchoolState } from "../ledger/school-model.ts";
import { DateReasons } from "./date-reasons.tsx";
import { requestMessages } from "./messages/request-messages.ts";
import type { RequestForm } from "./request-form.ts";

interface SeriesOutcomeProps {
  readonly language: Language;
  readonly state: SchoolState;
  readonly form: RequestForm;
  readonly decision: SeriesDecision;
}

/** A weekly series before it is asked for: every date, what would come of it, and why. */
export function SeriesOutcome({ language, state, form, decision }: SeriesOutcomeProps) {
  const messages = requestMessages[language];
  const { occurrences, summary, accepted, notes } = decision;
  const [one] = occurrences;
  const place = state.tree.byId.get(form.space)?.name[language] ?? form.space;
  return (
    <section class="outcome series" aria-labelledby="dates">
      <h2 id="dates">{messages.dates}</h2>
      <div role="status">
        {one && (
          <p>
            {messages.weekly(
              place,
              messages.hours(sayTime(one.startTime, language), sayTime(one.endTime, language)),
              sayShortDate(form.date, language),
              sayShortDate(form.until, language),
            )}
          </p>
        )}
        <ul class="plain-list counts">
          {(["bookable", "denied", "excluded"] as const)
            .filter((verdict) => verdict === "bookable" || summary[verdict] > 0)
            .map((verdict) => (
              <li class={verdict}>{messages[verdict](summary[verdict])}</li>
            ))}
        </ul>
        {accepted && summary.denied > 0 && <p>{messages.onlyBookable}</p>}
        {notes.map(({ message }) => (
          <p>{message[language]}</p>
        ))}
      </div>
      <table class="dates-table">
        <thead>
          <tr>
            <th scope="col">{messages.date}</th>
            <th scope="col">{messages.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {occurrences.map((decided) => (
            <tr class={decided.verdict}>
              <th scope="row">{sayDate(decided.date, language)}</th>
              <td>
                <span class="verdict">{messages.verdicts[decided.verdict]}</span>
                <DateReasons language={language} decided={decided} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
