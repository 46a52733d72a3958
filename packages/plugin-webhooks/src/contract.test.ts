import { testPlugin } from "@neuadd/plugin-kit/testing";
import { describe, it } from "vitest";
import { webhooks } from "./index.ts";

testPlugin(
  () => webhooks(),
  { describe, it },
  {
    // Timers that never fire and calls that never end: what the suite compares is what was queued.
    schedule: () => () => undefined,
    async arrange(host) {
      const response = await host.request(`/schools/${host.school}/endpoints`, {
        method: "POST",
        body: { url: "https://hook.example/in", types: ["school.imported"] },
        as: "school",
      });
      if (response.status !== 201) throw new Error(await response.text());
    },
  },
);
