import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that start servers, browsers or other programs, or run long simulations: whoever begins one of these last keeps
 * everybody else waiting.
 */
const LONG =
  /packed|walk|start\.test|attack|simulation|command|two-servers|many-processes|lost-connections|half-written|widget|browser|hostile|guide/;

/** Begins each project with the files that take longest, so that the processes end their work at about the same time. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // A process keeps what it has loaded only while it goes on with files of the same project.
    const projects = new Set(sorted.map(({ project }) => project));
    return [...projects].flatMap((project) => {
      const ofProject = sorted.filter((file) => file.project === project);
      return [...ofProject.filter(isLong), ...ofProject.filter((file) => !isLong(file))];
    });
  }
}

function isLong({ moduleId }: TestSpecification): boolean {
  return LONG.test(moduleId);
}
