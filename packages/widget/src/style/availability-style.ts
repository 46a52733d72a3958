import { SHOWN } from "./print-style.ts";

/** The grid, the list and the details. Narrow containers get marks for words; the details below say them. */
export const availabilityStyle = `
.space { max-width: 100%; display: flex; flex-wrap: wrap; gap: 0.2rem 0.5rem; align-items: center; }
.space select { min-width: 0; }
.joined { gap: 0.3rem; }
.gap { width: 0.4rem; }
.grid { width: 100%; border-collapse: separate; border-spacing: 2px; table-layout: fixed; }
th { font-weight: 600; font-size: 0.78em; text-align: center; padding: 0.2em 0; white-space: nowrap; }
.cell {
  position: relative;
  border: 1px solid var(--line); border-radius: calc(var(--radius) - 3px); cursor: pointer; vertical-align: top;
  padding: 0.25em; text-align: center; height: 2.9rem;
}
.cell:hover { border-color: var(--accent); }
.cell.free { background: color-mix(in srgb, var(--free) 22%, transparent); }
.cell.some { background: color-mix(in srgb, var(--free) 10%, transparent); }
.cell.past, .cell.closed, .cell.notYet { border-color: transparent; }
.cell.past { color: var(--quiet); }
.cell[aria-selected="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.cell:focus-visible { outline-offset: 1px; }
.number { display: block; font-variant-numeric: tabular-nums; line-height: 1.3; white-space: nowrap; }
[aria-current] .number, .today .number { font-weight: 700; text-decoration: underline; text-decoration-thickness: 0.14em; text-underline-offset: 0.15em; }
.word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; font-size: 0.84em; line-height: 1.3; }
.line { display: block; }
.bar { display: none; }
.bar svg { display: block; width: 100%; height: 0.35rem; }
th.name { text-align: start; font-weight: 600; overflow-wrap: anywhere; white-space: normal; }
.named th.name { display: block; padding-block: 0.5em 0; }
.named, .named tbody { display: block; }
.named tr { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 2px; }
.named thead { display: block; }
.named th.name, .named .corner { grid-column: 1 / -1; }
.named .corner { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.named .cell { height: auto; min-height: 2rem; }
.details { border-top: 2px solid var(--accent); margin-block-start: 0.8rem; padding-block-start: 0.7rem; }
.entry { padding-block: 0.35rem; border-top: 1px solid var(--line); }
.entry:first-of-type { border-top: 0; }
.entry .name { font-weight: 600; }
.entry .none, .times li { display: flex; align-items: center; padding-block: 0.15em; }
.times li { flex-wrap: wrap; gap: 0 0.9em; }
.none .mark, [part="time"] .mark { margin-inline-end: 0.5em; }
[part="time"] { min-width: 9.5em; }
.times a { padding-block: 0.15em; }
.days { display: grid; gap: 0.8rem; }
.days .day { border: 1px solid var(--line); border-radius: calc(var(--radius) - 2px); padding: 0.6rem 0.8rem; }
.depth-1 { padding-inline-start: 0.8em; }
.depth-2 { padding-inline-start: 1.6em; }
.depth-3 { padding-inline-start: 2.4em; }
.key { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; }
.key li { display: flex; gap: 0.45em; align-items: center; }
@container (min-width: 22rem) {
  th { font-size: 0.84em; }
}
@container (max-width: 17rem) {
  .joined { gap: 0.2rem; }
  .joined button { padding-inline: 0.35em; font-size: 0.86em; }
  .gap { width: 0; }
  .rest { display: none; }
  .grid { border-spacing: 1px; }
  .cell { padding-inline: 0; }
}
@container (min-width: 34rem) {
  .cell { text-align: start; padding: 0.4em 0.5em; height: 4.4rem; }
  .month .cell { height: 4rem; }
  .month .number { display: inline-block; margin-inline-end: 0.5em; }
  .month .word, .week:not(.named) .word { display: block; ${SHOWN} }
  .week:not(.named) .bar { display: block; margin-block-start: 0.4em; }
  .week:not(.named) .mark { display: none; }
  .entry { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.6fr); gap: 0 1.2rem; }
  .entry > :only-child { grid-column: 1 / -1; }
}
@container (min-width: 52rem) {
  .named { display: table; }
  .named thead { display: table-header-group; }
  .named tbody { display: table-row-group; }
  .named tr { display: table-row; }
  .named th.name, .named .corner {
    display: table-cell; position: static; clip-path: none; width: 17%; height: auto; text-align: start; vertical-align: top;
    padding: 0.45em 0.5em 0.45em 0; font-size: 0.9em;
  }
  .named th.depth-1 { padding-inline-start: 0.8em; }
  .named th.depth-2 { padding-inline-start: 1.6em; }
  .named th.depth-3 { padding-inline-start: 2.4em; }
  .named .cell { height: 3.4rem; }
  .named .word { display: block; ${SHOWN} }
  .named .mark { display: none; }
  .named .bar { display: block; margin-block-start: 0.3em; }
}
`;
