import type { Space, SpaceAvailability } from "./answers.ts";
import type { CallOptions, RereadOptions } from "./call-options.ts";
import type { Connection } from "./connection.ts";
import type { SpaceAvailabilityQuery } from "./requests.ts";
import { reread } from "./tagged.ts";

/** Spaces of a school, for anyone: none of this needs a key. */
export interface Spaces {
  /** All spaces of the school, parents before their children. */
  list(school: string, options?: CallOptions): Promise<readonly Space[]>;
  /** One space, with all that it inherits filled in. Throws SPACE_UNKNOWN. */
  get(school: string, space: string, options?: CallOptions): Promise<Space>;
  /** When the space is open, and what of that is free; with `minutes` only free time of at least that length. */
  availability(
    school: string,
    space: string,
    query?: SpaceAvailabilityQuery,
    options?: RereadOptions<SpaceAvailability>,
  ): Promise<SpaceAvailability>;
}

export function createSpaces({ call }: Connection): Spaces {
  return {
    async list(school, options = {}) {
      const input = { names: { school } };
      const { body } = await call("get", "/v1/schools/{school}/spaces", input, options);
      return body.items;
    },
    async get(school, space, options = {}) {
      const input = { names: { school, space } };
      const { body } = await call("get", "/v1/schools/{school}/spaces/{space}", input, options);
      return body;
    },
    availability(school, space, query = {}, options = {}) {
      const input = { names: { school, space }, query };
      return reread(options, (all) =>
        call("get", "/v1/schools/{school}/spaces/{space}/availability", input, all),
      );
    },
  };
}
