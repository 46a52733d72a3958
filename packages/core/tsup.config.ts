import { defineConfig } from "tsup";

// Every module is an entry, so that each keeps a file of its own and bundlers can drop what is not used.
export default defineConfig({
  entry: ["src/**/*.ts", "!src/**/*.test.ts", "!src/**/*.test-d.ts"],
  format: "esm",
  target: "es2023",
  splitting: true,
  // Node parses date-fns' manifest of 250 kB anew for each file it loads of it: 20 MB of memory for the
  // names of months. Its licence stands in NOTICE.md.
  noExternal: [/^date-fns\/locale\//],
  clean: true,
});
