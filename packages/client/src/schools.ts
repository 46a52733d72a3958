import type { Calendar, School, SchoolAvailability, SchoolSummary, WhatsOn } from "./answers.ts";
import type { CallOptions, RereadOptions } from "./call-options.ts";
import type { Connection } from "./connection.ts";
import type { SchoolAvailabilityQuery, Span, WhatsOnQuery } from "./requests.ts";
import { reread } from "./tagged.ts";

/** Schools, for anyone: none of this needs a key. */
export interface Schools {
  /** All schools, by id. */
  list(options?: CallOptions): Promise<readonly SchoolSummary[]>;
  /** One school, its sites, and the date that it is there now. Throws SCHOOL_UNKNOWN. */
  get(school: string, options?: CallOptions): Promise<School>;
  /** What each day is for the school: term, holiday, closure. At most 400 days. */
  calendar(school: string, span?: Span, options?: CallOptions): Promise<Calendar>;
  /** When its spaces are free, those of them that hold so many people or have such facilities. At most 62 days. */
  availability(
    school: string,
    query?: SchoolAvailabilityQuery,
    options?: RereadOptions<SchoolAvailability>,
  ): Promise<SchoolAvailability>;
  /** What is on, of bookings whose hirers have agreed to be named. At most 62 days. */
  whatsOn(school: string, query?: WhatsOnQuery, options?: RereadOptions<WhatsOn>): Promise<WhatsOn>;
}

export function createSchools({ call }: Connection): Schools {
  return {
    async list(options = {}) {
      const { body } = await call("get", "/v1/schools", {}, options);
      return body.items;
    },
    async get(school, options = {}) {
      const input = { names: { school } };
      const { body } = await call("get", "/v1/schools/{school}", input, options);
      return body;
    },
    async calendar(school, query = {}, options = {}) {
      const input = { names: { school }, query };
      const { body } = await call("get", "/v1/schools/{school}/calendar", input, options);
      return body;
    },
    whatsOn(school, query = {}, options = {}) {
      const input = { names: { school }, query };
      return reread(options, (all) => call("get", "/v1/schools/{school}/whats-on", input, all));
    },
    availability(school, query = {}, options = {}) {
      const input = { names: { school }, query };
      return reread(options, (all) => call("get", "/v1/schools/{school}/availability", input, all));
    },
  };
}
