export { quietHours, type QuietHoursOptions } from "./quiet-hours.ts";
export type { QuietHoursApi } from "./quiet-hours-api.ts";
