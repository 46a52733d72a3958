import type { Messages } from "../language/messages.ts";
import type { ReadFault } from "../network/read-fault.ts";

/** What to tell people of a fault. */
export function sayFault({ code, isPassing }: ReadFault, messages: Messages): string {
  switch (code) {
    case "SCHOOL_UNKNOWN":
      return messages.schoolUnknown;
    case "SPACE_UNKNOWN":
      return messages.spaceUnknown;
    case "SERVER_MISSING":
      return messages.serverMissing;
    case "SCHOOL_MISSING":
      return messages.schoolMissing;
    default:
      return isPassing ? messages.unreachable : messages.failed;
  }
}
