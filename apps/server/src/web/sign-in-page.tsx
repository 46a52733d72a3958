import type { Bilingual } from "@neuadd/core";
import { DESK_ACTION_NAME } from "@neuadd/plugin-kit/host";
import { Frame } from "./frame.tsx";
import { deskMessages } from "./messages/desk-messages.ts";
import type { PageSetting } from "./page-setting.ts";
import { TextField } from "./text-field.tsx";

/** The action of the form with which somebody signs in. No plugin's action can have this name. */
export const SIGN_IN = "desk.sign-in";

interface SignInPageProps {
  readonly setting: PageSetting;
  /** Why the key that was given does not do. It is not shown again. */
  readonly fault?: Bilingual;
}

/** Stands in the place of a page for schools until somebody signs in, and leads back to it. */
export function SignInPage({ setting, fault }: SignInPageProps) {
  const { language } = setting;
  const messages = deskMessages[language];
  return (
    <Frame setting={setting} title={messages.signInTitle}>
      <div class="page-width prose">
        <h1>{messages.signInTitle}</h1>
        <p class="lead">{messages.signInLead}</p>
        <form method="post" action={setting.paths[language]} class="desk-form" novalidate>
          <input type="hidden" name={DESK_ACTION_NAME} value={SIGN_IN} />
          <TextField
            name="key"
            label={messages.key}
            hint={messages.keyHint}
            value=""
            type="password"
            autocomplete="current-password"
            {...(fault && { fault: fault[language] })}
          />
          <button type="submit">{messages.signIn}</button>
        </form>
      </div>
    </Frame>
  );
}
