import { raw } from "hono/html";
import { Frame } from "./frame.tsx";
import type { PageSetting } from "./page-setting.ts";

interface PluginDeskPageProps {
  readonly setting: PageSetting;
  readonly title: string;
  /** HTML that the plugin rendered; it has escaped what comes from data. */
  readonly content: string;
}

/** What a plugin shows, under its title, in the frame of all pages. */
export function PluginDeskPage({ setting, title, content }: PluginDeskPageProps) {
  return (
    <Frame setting={setting} title={title}>
      <div class="page-width prose">
        <h1>{title}</h1>
        {raw(content)}
      </div>
    </Frame>
  );
}
