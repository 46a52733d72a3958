/** What the reference page and the pages of problems add to the stylesheet of all pages. */
export const REFERENCE_STYLE = `
.reference code, .reference pre { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.9em; }
.reference pre { background: var(--quiet-surface); border: 1px solid var(--line); border-radius: 4px; padding: 0.8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.reference p, .reference .points { max-width: 46rem; }
.reference code { overflow-wrap: anywhere; }
.operation { background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--slate); border-radius: 4px; padding: 1rem 1.2rem; margin-bottom: 1.2rem; }
.operation h4 { margin: 1.2em 0 0.4em; font-size: 1rem; }
.operation .address { font-weight: 600; }
.operation .method { display: inline-block; min-width: 4.5rem; text-transform: uppercase; }
.fields { margin: 0; }
.fields dt { font-weight: 600; margin-top: 0.5rem; }
.fields dd { margin: 0 0 0 1.2rem; }
.fields .type { color: var(--quiet-ink); font-weight: 400; }
.contents { columns: 18rem; list-style: none; padding: 0; }
.contents li { break-inside: avoid; }
.contents a { display: inline-block; padding-block: 0.15rem; }
`;
