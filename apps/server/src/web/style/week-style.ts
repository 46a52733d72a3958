/** The week: its table, its list, its bars. */
export const weekStyle = `
.eyebrow { margin-bottom: 0.25rem; }
.week-name { display: block; font: 400 1.2rem/1.4 var(--sans); color: var(--quiet-ink); margin-top: 0.3rem; letter-spacing: 0; }
.week-links a, .tools nav a, .tools button, .tools select {
  display: inline-block; padding: 0.4rem 0.9rem; border: 1px solid var(--line); border-radius: 4px;
  background: var(--surface); text-decoration: none; font: inherit; color: var(--ink);
}
.week-links ul { gap: 0.5rem; }
.week-links a:hover, .tools nav a:hover, .tools button:hover { border-color: currentColor; text-decoration: underline; }
.week-links [aria-current], .tools [aria-current] { background: var(--slate); color: var(--on-slate); border-color: var(--slate); }
.tools { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; align-items: end; justify-content: space-between; margin-bottom: 1rem; }
.tools form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; max-width: 100%; }
.tools label { font-weight: 600; }
.tools select { max-width: 100%; border-color: var(--quiet-ink); }
.tools button { font-weight: 600; cursor: pointer; border-color: var(--quiet-ink); }
.tools ul { margin: 0; gap: 0.5rem; }
.legend { font-size: 0.95rem; margin-bottom: 0.75rem; }
.swatch { display: inline-block; width: 1.6rem; height: 0.6rem; border-radius: 1px; margin-right: 0.3rem; }
.swatch-free, .bar-free { background: var(--free); fill: var(--free); }
.swatch-taken, .bar-open { background: var(--taken); fill: var(--taken); }
.bar-closed { fill: var(--line); }
.bar { display: block; width: 100%; height: 0.5rem; margin-bottom: 0.35rem; }
.times { list-style: none; margin: 0; padding: 0; }
.taken { color: var(--quiet-ink); }
.today { background: var(--accent); color: #1d272c; font-size: 0.8em; padding: 0.1em 0.5em; border-radius: 2px; display: inline-block; }
.table-region { overflow-x: auto; border: 1px solid var(--line); border-radius: 4px; background: var(--surface); margin-bottom: 1.5rem; }
.week-table { border-collapse: collapse; width: 100%; min-width: 60rem; font-size: 0.95rem; line-height: 1.4; }
.week-table caption { text-align: left; padding: 0.7rem 0.8rem; font-weight: 600; }
.week-table th, .week-table td { text-align: left; vertical-align: top; padding: 0.6rem 0.7rem; border-top: 1px solid var(--line); }
.week-table thead th { vertical-align: bottom; font-weight: 400; width: 11.5%; border-top: 0; border-bottom: 2px solid var(--slate); }
.week-table thead .weekday { font-weight: 600; display: block; }
.week-table thead .date { display: block; }
.week-table thead .kind { display: block; color: var(--quiet-ink); font-size: 0.92em; }
.week-table thead .corner { width: auto; font-weight: 600; }
.week-table tbody th[scope="row"] { font-weight: 600; min-width: 9.5rem; }
.week-table tbody th[scope="row"] a { display: inline-block; padding-block: 0.1rem; }
.week-table .site { background: var(--quiet-surface); font-weight: 600; }
.week-table .depth-1 { padding-left: 1.6rem; }
.week-table .depth-2 { padding-left: 2.5rem; }
.week-table .depth-3 { padding-left: 3.4rem; }
.week-table .is-set-apart { background: var(--quiet-surface); }
.week-table .is-today { box-shadow: inset 3px 0 0 var(--accent), inset -3px 0 0 var(--accent); }
.week-list section { background: var(--surface); border: 1px solid var(--line); border-radius: 4px; padding: 1rem 1.1rem 0.4rem; margin-bottom: 1rem; }
.week-list section.is-today { border-left: 4px solid var(--accent); }
.week-list h2 { font-size: 1.25rem; margin: 0 0 0.1rem; }
.week-list .kind { color: var(--quiet-ink); margin-bottom: 0.6rem; }
.week-list dl { margin: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); column-gap: 2rem; }
.week-list dl > div { display: grid; grid-template-columns: minmax(8rem, 12rem) minmax(0, 1fr); align-content: start; gap: 0.1rem 1rem; padding-block: 0.5rem; border-top: 1px solid var(--line); }
.week-list dt { font-weight: 600; }
.week-list dd { margin: 0; }
.week-list .depth-1 dt { padding-left: 0.9rem; }
.week-list .depth-2 dt { padding-left: 1.8rem; }
.week-list .bar { max-width: 24rem; margin-top: 0.45rem; }
@media (max-width: 30rem) {
  .week-list dl > div { grid-template-columns: 1fr; }
}
@media (min-width: 62rem) { .either .week-list { display: none; } }
@media (max-width: 61.99rem) { .either .table-region { display: none; } }
@media print {
  .either .week-list { display: none; }
  .either .table-region { display: block; }
  .table-region { border: 0; overflow: visible; }
  .week-table { min-width: 0; font-size: 8pt; }
  .week-table th, .week-table td { padding: 2pt 3pt; }
  .week-table tr { break-inside: avoid; }
  .bar { display: none; }
}
@media (forced-colors: active) {
  .bar-free, .swatch-free { forced-color-adjust: none; }
  .bar-open, .swatch-taken { forced-color-adjust: none; }
}
`;
