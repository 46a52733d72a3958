import { Frame } from "./frame.tsx";
import { accessibilityMessages } from "./messages/accessibility-messages.ts";
import type { PageSetting } from "./page-setting.ts";

/** How accessible these pages are, what is known not to be, and whom to tell. */
export function AccessibilityPage({ setting }: { readonly setting: PageSetting }) {
  const { title, lead, sections } = accessibilityMessages[setting.language];
  return (
    <Frame setting={setting} title={title}>
      <div class="page-width prose">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {sections.map(({ heading, items }) => (
          <>
            <h2>{heading}</h2>
            <ul>
              {items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          </>
        ))}
      </div>
    </Frame>
  );
}
