import type { SeriesDecision, Verdict } from "@neuadd/core";
import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** The figures of one server, with a registry of its own: several apps in one process never mix theirs. */
export interface Metrics {
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  /** Counts the dates of a decision by verdict, and those denied by reason. `purpose` is what it was made for. */
  countDecision(purpose: "preview" | "request", decision: SeriesDecision): void;
  /** Prometheus text, format 0.0.4. */
  text(): Promise<string>;
  readonly contentType: string;
}

const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "POST",
  "PATCH",
  "PUT",
  "DELETE",
  "OPTIONS",
]);
const VERDICTS = ["bookable", "denied", "excluded"] as const satisfies readonly Verdict[];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const durations = new Histogram({
    name: "neuadd_http_request_duration_seconds",
    help: "Time from a request to its answer, by pattern of route.",
    labelNames: ["method", "route", "status"],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const dates = new Counter({
    name: "neuadd_decided_dates_total",
    help: "Dates decided over the API and on the request page, by verdict and by what the decision was for.",
    labelNames: ["purpose", "verdict"],
    registers: [registry],
  });
  const denied = new Counter({
    name: "neuadd_denied_dates_total",
    help: "Dates denied, by reason: one that is denied for several counts for each.",
    labelNames: ["purpose", "reason"],
    registers: [registry],
  });
  addProcessGauges(registry);

  // Label look-ups in prom-client build a key from sorted names each time; a child kept by one string does not.
  const children = new Map<string, { observe(value: number): void }>();
  return {
    observeRequest(method, route, status, seconds) {
      // A method can be any word: an unknown one gets no series of its own.
      const known = METHODS.has(method) ? method : "other";
      const key = `${known} ${status} ${route}`;
      let child = children.get(key);
      if (child === undefined) {
        child = durations.labels(known, route, String(status));
        children.set(key, child);
      }
      child.observe(seconds);
    },
    countDecision(purpose, { occurrences, summary }) {
      for (const verdict of VERDICTS) dates.inc({ purpose, verdict }, summary[verdict]);
      for (const { verdict, denials } of occurrences) {
        const reasons = verdict === "denied" ? denials.map(({ code }) => code) : [];
        for (const reason of new Set(reasons)) denied.inc({ purpose, reason });
      }
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function addProcessGauges(registry: Registry): void {
  const memory: Gauge = new Gauge({
    name: "process_resident_memory_bytes",
    help: "Resident memory of the process.",
    registers: [registry],
    collect: () => memory.set(process.memoryUsage.rss()),
  });
  const uptime: Gauge = new Gauge({
    name: "process_uptime_seconds",
    help: "Time since the process started.",
    registers: [registry],
    collect: () => uptime.set(process.uptime()),
  });
}
