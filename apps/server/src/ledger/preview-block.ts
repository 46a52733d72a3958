import type { Services } from "../services.ts";
import type { BlockPreview, BlockRequest } from "./block-record.ts";
import { planBlock } from "./plan-block.ts";
import { readSchool } from "./school-model.ts";

/**
 * What a block would do now: its dates, the occurrences it would displace (confirmed ones, and requests that hold their
 * time), and the blocks in its way. Writes nothing. Throws SCHOOL_UNKNOWN, and CoreError as `createBlock` does.
 */
export async function previewBlock(
  services: Services,
  school: string,
  request: BlockRequest,
): Promise<BlockPreview> {
  const model = await readSchool(services, school);
  return planBlock(services.store.database, model, request, services.clock.now());
}
