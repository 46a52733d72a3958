import { testPlugin } from "@neuadd/plugin-kit/testing";
import { describe, it } from "vitest";
import { vat } from "../src/index.ts";

testPlugin(() => vat(), { describe, it }, { apis: { tariffs: { addTaxSource: () => undefined } } });
