import { raw } from "hono/html";
import { Frame } from "./frame.tsx";
import type { PageSetting } from "./page-setting.ts";

interface PluginDeskPageProps {
  readonly setting: PageSetting;
  readonly title: string;
  /** HTML that the plugin rendered; it has escaped what comes from data. */
  readonly content: string;
}

/** What a plugin shows, in the frame of all pages. */
export function PluginDeskPage({ setting, title, content }: PluginDeskPageProps) {
  return (
    <Frame setting={setting} title={title}>
      <div class="page-width prose">{raw(content)}</div>
    </Frame>
  );
}
