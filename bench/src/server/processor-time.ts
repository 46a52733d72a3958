/** Tells the process that started this one how much processor time it has used so far, as often as it asks. */
export function tellProcessorTime(): void {
  process.on("message", () => process.send?.(process.cpuUsage()));
  // Nobody to tell is no reason to stay.
  process.channel?.unref();
}
