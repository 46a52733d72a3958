import { defineConfig } from "tsup";

const modules = [
  "src/index.ts",
  "src/define.ts",
  "src/define-availability.ts",
  "src/define-whats-on.ts",
  "src/define-book-button.ts",
];

export default defineConfig([
  // Modules for those who bundle: what is shared lies in chunks of its own.
  {
    entry: modules,
    format: "esm",
    target: "es2022",
    splitting: true,
    // The builds run at once, and each leaves the files of the others alone.
    clean: ["!neuadd.js", "!frame*.js"],
  },
  // Whole files for script tags: the elements; and for the page in an iframe, and the page around it.
  ...["src/neuadd.ts", "src/frame/frame.ts", "src/frame/frame-parent.ts"].map((entry) => ({
    entry: [entry],
    format: "esm" as const,
    target: "es2022" as const,
    minify: true,
  })),
]);
