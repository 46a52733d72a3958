import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { examplesOf, type DocExample } from "./doc-examples.ts";
import type { ExampleOutcome } from "./run-examples.ts";
import { textFiles, workspaceRoot } from "./workspace-files.ts";

const examples = textFiles().flatMap(examplesOf);

describe("examples of the documentation", () => {
  let outcomes: ExampleOutcome[] = [];
  beforeAll(() => {
    outcomes = run(examples);
  });

  it("are found", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples.map((example, index) => ({ ...example, index })))(
    "$path:$line runs, and what it says is true",
    ({ index }) => {
      const outcome = outcomes[index] ?? { failure: "It was not run." };
      expect(outcome.failure).toBeUndefined();
    },
  );
});

describe("the runner of examples", () => {
  it("tells true statements from false ones, and both from what does not run", () => {
    const planted = [
      'import { framework } from "@neuadd/core";\nframework.aims.length; //=> 3',
      'import { framework } from "@neuadd/core";\nframework.aims.length; //=> 4',
      "const { length } = [1, 2] as readonly number[];\nlength; //=> 2",
      "const pair: number[] = [1, 2]; //=> [1,\n//   2]",
      "await Promise.resolve({ a: 1 });\n//=> { a: 1 }",
      "JSON.parse('{'); //=> throws NOT_THIS",
      'import { nothing } from "@neuadd/core";',
      'throw new Error("no");',
      "let a;\nif (a) {}\n//=> 1",
      "",
    ].map((code, index): DocExample => ({ path: "packages/core/src/index.ts", line: index, code }));
    const failed = run(planted).map((outcome) => outcome.failure !== undefined);
    expect(failed).toEqual([false, true, false, false, false, true, true, true, true, true]);
  });
});

function run(list: readonly DocExample[]): ExampleOutcome[] {
  const output = execFileSync(
    process.execPath,
    [
      "--conditions=@neuadd/source",
      "--disable-warning=ExperimentalWarning",
      "tools/run-examples.ts",
    ],
    { cwd: workspaceRoot, input: JSON.stringify(list), encoding: "utf8", timeout: 50_000 },
  );
  return JSON.parse(output) as ExampleOutcome[];
}
