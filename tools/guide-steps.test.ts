import { expect, it } from "vitest";
import { guideSteps } from "./guide-steps.ts";

it("are the files to write and the commands to run, with what these end with and show", () => {
  const markdown = [
    "```sh run\ncd here\n```",
    "```sh\nnpm install\n```",
    "```ts write=src/a.ts\nexport {};\n```",
    "```sh run=1\nnpm test\n```",
    "```text\nnot yet\n```",
  ].join("\n\n");
  expect(guideSteps(markdown)).toEqual([
    { kind: "run", line: 1, commands: "cd here", code: 0 },
    { kind: "write", line: 9, file: "src/a.ts", text: "export {};\n" },
    { kind: "run", line: 13, commands: "npm test", code: 1, shown: "not yet" },
  ]);
});
