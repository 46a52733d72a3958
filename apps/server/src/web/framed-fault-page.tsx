import { FramedDocument, type FramedSetting } from "./framed-document.tsx";
import { embedMessages } from "./messages/embed-messages.ts";
import { type FaultMessages, faultMessages } from "./messages/fault-messages.ts";
import { homePath } from "./page-paths.ts";

/** Says in a frame why nothing is shown in it, with a way on. */
export function FramedFaultPage({
  setting,
  kind,
}: {
  readonly setting: FramedSetting;
  readonly kind: Extract<keyof FaultMessages, "notFound" | "busy" | "failed">;
}) {
  const { language } = setting;
  const { title, text } = faultMessages[language][kind];
  return (
    <FramedDocument {...{ setting, title }}>
      <h1 class="fault">{title}</h1>
      <p>{text}</p>
      <p>
        <a href={homePath(language)}>{embedMessages[language].openSite}</a>
      </p>
    </FramedDocument>
  );
}
