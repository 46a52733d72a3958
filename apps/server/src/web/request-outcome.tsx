import { type DecidedDate, type Language, sayDate, sayTime } from "@neuadd/core";
import type { SchoolState } from "../ledger/school-model.ts";
import { DateReasons } from "./date-reasons.tsx";
import { requestMessages } from "./messages/request-messages.ts";

interface RequestOutcomeProps {
  readonly language: Language;
  readonly state: SchoolState;
  readonly decided: DecidedDate;
}

/** Whether a time can be had, and if not, every reason, and where or when it could be had instead. */
export function RequestOutcome({ language, state, decided }: RequestOutcomeProps) {
  const messages = requestMessages[language];
  const isFree = decided.verdict === "bookable";
  const nameOf = (space: string): string => state.tree.byId.get(space)?.name[language] ?? space;
  const hours = ({ startTime, endTime }: Pick<DecidedDate, "startTime" | "endTime">): string =>
    messages.hours(sayTime(startTime, language), sayTime(endTime, language));
  const { alternatives = [] } = decided;
  return (
    <div class={`outcome ${isFree ? "is-free" : "is-taken"}`} role="status">
      <p>
        <strong>{isFree ? messages.canBeHad : messages.cannotBeHad}</strong>
        <br />
        {messages.at(nameOf(decided.space), sayDate(decided.date, language), hours(decided))}
      </p>
      <DateReasons language={language} decided={decided} />
      {alternatives.length > 0 && (
        <>
          <p>{messages.instead}</p>
          <ul class="alternatives">
            {alternatives.map((alternative) => (
              <li>
                <button
                  type="submit"
                  name="do"
                  value={`take ${alternative.space} ${alternative.startTime} ${alternative.endTime}`}
                >
                  {messages.take(nameOf(alternative.space), hours(alternative))}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
