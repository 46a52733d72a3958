import { NeuaddBookButton } from "./book-button/neuadd-book-button.ts";
import { defineElement } from "./element/define-element.ts";

defineElement("neuadd-book-button", NeuaddBookButton);

declare global {
  interface HTMLElementTagNameMap {
    "neuadd-book-button": NeuaddBookButton;
  }
}

export { NeuaddBookButton };
