import { testPlugin } from "@neuadd/plugin-kit/testing";
import { describe, it } from "vitest";
import { tariffs } from "../src/index.ts";
import { exampleTariff } from "./example-tariff.ts";

testPlugin(
  () => tariffs({ firstTariffs: { "ysgol-y-prawf": exampleTariff } }),
  { describe, it },
  {},
);
