import { FramedDocument, type FramedSetting } from "./framed-document.tsx";
import { embedMessages } from "./messages/embed-messages.ts";
import { weekPath } from "./page-paths.ts";

/** What a framed page shows; attributes of the element in it, as text. */
export interface FramedView {
  readonly setting: FramedSetting;
  readonly element: "availability" | "whats-on";
  readonly school: string;
  readonly schoolName: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** One element and nothing around it, for iframes on sites that allow no scripts. */
export function FramedPage({ setting, element, school, schoolName, attributes }: FramedView) {
  const { language } = setting;
  const messages = embedMessages[language];
  const title =
    element === "whats-on" ? messages.frameWhatsOn(schoolName) : messages.frameTitle(schoolName);
  const space = attributes["space"];
  const fallback = (
    <a href={weekPath(language, school, { ...(space && { space }) })}>{messages.fallback}</a>
  );
  const given = { school, lang: language, ...attributes };
  return (
    <FramedDocument {...{ setting, title }}>
      <h1 class="unseen">{title}</h1>
      {element === "whats-on" ? (
        <neuadd-whats-on {...given}>{fallback}</neuadd-whats-on>
      ) : (
        <neuadd-availability {...given}>{fallback}</neuadd-availability>
      )}
    </FramedDocument>
  );
}
