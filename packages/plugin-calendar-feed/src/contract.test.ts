import { testPlugin } from "@neuadd/plugin-kit/testing";
import { describe, it } from "vitest";
import { calendarFeed } from "./index.ts";

testPlugin(() => calendarFeed(), { describe, it });
