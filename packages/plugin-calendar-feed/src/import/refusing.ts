import { CoreError } from "@neuadd/core";
import { EventRefusal, type EventRefusalCode } from "./event-refusal.ts";

/** Does some reading; where that is refused, says so and goes on with something else. */
export function refusing<Value>(
  refuse: (code: EventRefusalCode) => void,
  work: () => Value,
  otherwise: Value,
): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof EventRefusal) refuse(error.code);
    // A date beyond the year 9999, and the like.
    else if (error instanceof CoreError) refuse("TIME_UNSUPPORTED");
    else throw error;
    return otherwise;
  }
}
