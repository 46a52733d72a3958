/** Takes back what hides words where there is no room for them. */
export const SHOWN =
  "position: static; width: auto; height: auto; overflow: visible; clip-path: none; white-space: normal;";

/**
 * On paper nothing can be pressed, and times stand in the days themselves. This comes after every other style, or a rule
 * of a kind of element would win over it.
 */
export const printStyle = `
@media print {
  :host { color-scheme: only light; }
  .frame { border: 0; padding: 0; }
  .buttons, .space, .foot a, .notice button, .details, .link, [part="request-link"] { display: none; }
  .grid .cell { height: auto; border-color: #999; box-shadow: none; break-inside: avoid; }
  .grid .word, .more { display: block; font-size: 0.84em; line-height: 1.3; ${SHOWN} }
}
`;
