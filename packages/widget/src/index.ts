export { NeuaddAvailability } from "./availability/neuadd-availability.ts";
export type { NeuaddSelection } from "./availability/selection.ts";
export type { ViewName } from "./availability/view-name.ts";
export { NeuaddBookButton } from "./book-button/neuadd-book-button.ts";
export { defineElement } from "./element/define-element.ts";
export type { NeuaddAnswer, NeuaddDays, NeuaddFault } from "./element/element-events.ts";
export type { NeuaddElement } from "./element/neuadd-element.ts";
export { NeuaddWhatsOn } from "./whats-on/neuadd-whats-on.ts";
