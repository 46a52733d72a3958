import { type LocalDate, sayShortDate } from "@neuadd/core";
import type { SchoolState } from "../ledger/school-model.ts";
import { Frame } from "./frame.tsx";
import { requestMessages } from "./messages/request-messages.ts";
import { requestPath, schoolPath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";

interface RequestSentPageProps {
  readonly setting: PageSetting;
  readonly state: SchoolState;
  readonly booking: string;
  /** When the request lapses if the school does not answer; absent if it waits no longer. */
  readonly until?: LocalDate;
}

/** Says that a request has been sent. Of the request itself it shows nothing: anyone may have the address. */
export function RequestSentPage({
  setting,
  state: { school },
  booking,
  until,
}: RequestSentPageProps) {
  const { language } = setting;
  const messages = requestMessages[language];
  const holds = school.requestsHold ?? true;
  const date = until === undefined ? undefined : sayShortDate(until, language);
  return (
    <Frame setting={setting} title={`${messages.sentTitle} – ${school.name[language]}`}>
      <div class="page-width prose">
        <p class="eyebrow">
          <a href={schoolPath(language, school.id)}>{school.name[language]}</a>
        </p>
        <h1>{messages.sentTitle}</h1>
        <p class="lead">
          {messages.sentText}{" "}
          {holds && (date === undefined ? messages.sentHolds : messages.sentHoldsUntil(date))}
          {!holds && messages.sentDoesNotHold}
          {!holds && date !== undefined && ` ${messages.sentLapses(date)}`}
        </p>
        <p>
          {messages.reference}: <code>{booking}</code>
        </p>
        <p>
          <a href={requestPath(language, school.id)}>{messages.another}</a>
        </p>
      </div>
    </Frame>
  );
}
