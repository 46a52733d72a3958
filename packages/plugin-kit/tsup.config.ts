import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/host.ts", "src/icalendar.ts", "src/testing.ts"],
  format: "esm",
  target: "es2023",
  clean: true,
  // node:sqlite has no name without it.
  removeNodeProtocol: false,
});
