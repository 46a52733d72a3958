import { setScriptAddress } from "./element/server-address.ts";

// The one file for a script tag: pages need not name the server that it came from.
setScriptAddress(import.meta.url);

export { NeuaddAvailability, NeuaddBookButton, NeuaddWhatsOn } from "./define.ts";
