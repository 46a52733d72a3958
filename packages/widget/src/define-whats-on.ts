import { NeuaddWhatsOn } from "./whats-on/neuadd-whats-on.ts";
import { defineElement } from "./element/define-element.ts";

defineElement("neuadd-whats-on", NeuaddWhatsOn);

declare global {
  interface HTMLElementTagNameMap {
    "neuadd-whats-on": NeuaddWhatsOn;
  }
}

export { NeuaddWhatsOn };
