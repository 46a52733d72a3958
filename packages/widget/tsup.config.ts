import { defineConfig } from "tsup";

export default defineConfig([
  // Modules for those who bundle: what is shared lies in chunks of its own.
  {
    entry: [
      "src/index.ts",
      "src/define.ts",
      "src/define-availability.ts",
      "src/define-whats-on.ts",
      "src/define-book-button.ts",
    ],
    format: "esm",
    target: "es2022",
    splitting: true,
    // Both builds run at once, and each leaves the files of the other alone.
    clean: ["!neuadd.js", "!neuadd.d.ts"],
    dts: true,
  },
  // One file for a script tag.
  {
    entry: ["src/neuadd.ts"],
    format: "esm",
    target: "es2022",
    minify: true,
    dts: true,
  },
]);
