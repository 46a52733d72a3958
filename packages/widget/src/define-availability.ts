import { NeuaddAvailability } from "./availability/neuadd-availability.ts";
import type { NeuaddSelection } from "./availability/selection.ts";
import { defineElement } from "./element/define-element.ts";
import type { NeuaddAnswer, NeuaddDays, NeuaddFault } from "./element/element-events.ts";

defineElement("neuadd-availability", NeuaddAvailability);

declare global {
  interface HTMLElementTagNameMap {
    "neuadd-availability": NeuaddAvailability;
  }
  interface HTMLElementEventMap {
    "neuadd-select": CustomEvent<NeuaddSelection>;
    "neuadd-navigate": CustomEvent<NeuaddDays>;
    "neuadd-load": CustomEvent<NeuaddAnswer>;
    "neuadd-error": CustomEvent<NeuaddFault>;
  }
}

export { NeuaddAvailability };
