/** Forms: the page where a time is asked for, and the one that makes snippets. */
export const formStyle = `
.request-page form { max-width: 42rem; }
fieldset { border: 0; border-top: 2px solid var(--line); margin: 0 0 1.5rem; padding: 1rem 0 0; min-width: 0; }
legend { font: 600 1.35rem/1.3 var(--serif); padding: 0 0.75rem 0 0; }
.field { margin-bottom: 1.1rem; }
.field-row { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: end; }
.field label, .choice label { font-weight: 600; }
.field label { display: block; }
.field input, .field select, .embed-form select {
  font: inherit; color: var(--ink); background: var(--surface); border: 1px solid var(--quiet-ink);
  border-radius: 4px; padding: 0.45rem 0.7rem; width: 100%; max-width: 28rem; min-height: 2.75rem;
}
.field-row .field input, .inner .field input { width: auto; }
.field .hint { color: var(--quiet-ink); margin: 0 0 0.25rem; }
.field .fault { color: var(--red); font-weight: 600; margin: 0 0 0.25rem; }
.has-fault { border-left: 4px solid var(--red); padding-left: 0.9rem; }
fieldset.inner { border-top-width: 1px; margin: 0 0 1rem; padding-top: 0.6rem; }
.inner legend { font: 600 1.05rem/1.3 var(--sans); }
.choice { display: flex; gap: 0.7rem; align-items: start; }
.choice input { width: 1.4rem; height: 1.4rem; margin: 0.15rem 0 0; flex: none; accent-color: var(--link); }
.choice label { font-weight: 400; }
.request-page button, .embed-form button, .desk-form button {
  font: inherit; font-weight: 600; color: var(--ink); background: var(--surface); cursor: pointer;
  border: 1px solid var(--quiet-ink); border-radius: 4px; padding: 0.5rem 1rem; max-width: 100%; text-align: left;
}
.request-page button:hover, .embed-form button:hover, .desk-form button:hover { text-decoration: underline; }
.request-page .main-button { background: var(--slate); color: var(--on-slate); font-size: 1.1rem; padding: 0.7rem 1.4rem; }
.fault-summary { border: 4px solid var(--red); border-radius: 4px; padding: 1rem 1.25rem; margin-bottom: 1.5rem; max-width: 42rem; }
.fault-summary h2 { margin: 0 0 0.5rem; }
.fault-summary ul { margin: 0; padding-left: 1.2rem; }
.fault-summary a { color: var(--red); font-weight: 600; display: inline-block; padding-block: 0.1rem; vertical-align: top; }
.outcome { border-left: 6px solid var(--taken); background: var(--quiet-surface); padding: 0.9rem 1.2rem; margin-bottom: 1.5rem; border-radius: 0 4px 4px 0; }
.outcome.is-free { border-left-color: var(--free); }
.outcome > :last-child { margin-bottom: 0; }
.outcome ul { margin: 0; padding-left: 1.2rem; }
.outcome .counts { padding: 0; gap: 0.3rem 1.5rem; margin-bottom: 0.75rem; font-weight: 600; }
.outcome h2 { margin: 0 0 0.5rem; font-size: 1.35rem; }
.dates-table { border-collapse: collapse; width: 100%; }
.dates-table th, .dates-table td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-top: 1px solid var(--line); font-weight: 400; }
.dates-table thead th { font-weight: 600; border-top: 0; }
.dates-table .verdict::before { content: ""; display: inline-block; width: 0.7rem; height: 0.7rem; border-radius: 50%; margin-right: 0.5rem; border: 2px solid var(--quiet-ink); box-sizing: border-box; }
.dates-table .bookable .verdict::before { background: var(--free); border-color: var(--free); }
.dates-table .denied .verdict { font-weight: 600; }
.dates-table .excluded { color: var(--quiet-ink); }
.dates-table td ul { list-style: none; padding: 0; margin-top: 0.15rem; }
.alternatives { list-style: none; padding: 0; display: grid; gap: 0.5rem; justify-items: start; }
pre { background: var(--quiet-surface); border: 1px solid var(--line); border-radius: 4px; padding: 0.9rem 1.1rem; overflow-x: auto; font-size: 0.92rem; line-height: 1.5; max-width: 60rem; }
code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.92em; overflow-wrap: anywhere; }
pre code { font-size: 1em; overflow-wrap: normal; }
.embed-form { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: end; margin-bottom: 1.5rem; }
.embed-form label { font-weight: 600; display: block; }
.prose .desk-form { margin-block: 0.6rem; }
.prose .desk-form + h3 { margin-top: 2rem; }
.desk-bar { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; justify-content: space-between; border-bottom: 1px solid var(--line); padding-bottom: 0.75rem; margin-bottom: 1.5rem; }
.prose > .desk-bar { max-width: none; }
.desk-bar ul { margin: 0; }
.desk-bar [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.embed-example { max-width: 60rem; margin-block: 1rem 2rem; }
`;
