import { defineConfig } from "tsup";

// Every module is an entry, so that each keeps a file of its own and bundlers can drop what is not used.
export default defineConfig({
  entry: ["src/**/*.ts", "!src/**/*.test.ts", "!src/**/*.test-d.ts"],
  format: "esm",
  target: "es2023",
  splitting: true,
  clean: true,
  dts: { entry: "src/index.ts" },
});
