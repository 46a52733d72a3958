import { Frame } from "./frame.tsx";
import { type FaultMessages, faultMessages } from "./messages/fault-messages.ts";
import { homePath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";

export type FaultKind = Exclude<keyof FaultMessages, "backHome">;

/** A page that says why there is no other one. */
export function FaultPage({
  setting,
  kind,
}: {
  readonly setting: PageSetting;
  readonly kind: FaultKind;
}) {
  const messages = faultMessages[setting.language];
  const { title, text } = messages[kind];
  return (
    <Frame setting={setting} title={title}>
      <div class="page-width prose">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p>
          <a href={homePath(setting.language)}>{messages.backHome}</a>
        </p>
      </div>
    </Frame>
  );
}
