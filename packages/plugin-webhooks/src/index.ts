export { retryPauseMs, RETRY_PAUSES_MS } from "./retry-schedule.ts";
export { signatureHeaders, type OutgoingMessage } from "./sign-message.ts";
export { webhooks, type WebhooksApi, type WebhooksOptions } from "./webhooks.ts";
