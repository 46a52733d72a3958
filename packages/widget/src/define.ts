// Registers all elements under their usual names.
export { NeuaddAvailability } from "./define-availability.ts";
export { NeuaddBookButton } from "./define-book-button.ts";
export { NeuaddWhatsOn } from "./define-whats-on.ts";
