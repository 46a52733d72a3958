export const FILE_REFUSALS = [
  "NOT_A_CALENDAR",
  "TOO_MANY_EVENTS",
  "TOO_MUCH_WORK",
  "TOO_MANY_DATES",
  "SPACE_UNKNOWN",
] as const;
export type FileRefusalCode = (typeof FILE_REFUSALS)[number];

/** Why a calendar is not taken in at all: then everything stays as it was. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
  readonly code: FileRefusalCode;

  constructor(code: FileRefusalCode) {
    super(code);
    this.code = code;
  }
}
