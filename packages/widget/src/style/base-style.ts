/**
 * What all elements share. Letters are those of the page; colours follow its `color-scheme`, so that a page that is always
 * light stays light, and each can be set from outside.
 */
export const baseStyle = `
:host {
  display: block;
  container-type: inline-size;
  --ground: var(--neuadd-ground, light-dark(#fff, #1b2226));
  --ink: var(--neuadd-ink, light-dark(#1d272c, #ece8df));
  --quiet: var(--neuadd-quiet, light-dark(#4d585e, #b6bec2));
  --line: var(--neuadd-line, light-dark(#dcd8ce, #3b474e));
  --accent: var(--neuadd-accent, light-dark(#1b5a44, #93d3b5));
  --on-accent: var(--neuadd-on-accent, light-dark(#fff, #12201a));
  --free: var(--neuadd-free, light-dark(#2f7a5a, #5fb28e));
  --taken: var(--neuadd-taken, light-dark(#cfc7b5, #56626a));
  --notice: var(--neuadd-notice, light-dark(#fdf3d0, #3d3616));
  --radius: var(--neuadd-radius, 6px);
  color: var(--ink);
  font-family: var(--neuadd-font, inherit);
  line-height: 1.45;
  text-align: start;
}
:host([hidden]) { display: none; }
*, ::before, ::after { box-sizing: border-box; }
p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.frame {
  background: var(--ground); border: 1px solid var(--line); border-radius: var(--radius);
  padding: clamp(0.5rem, 3cqi, 1.25rem); overflow-wrap: break-word;
}
.heading { font-weight: 600; font-size: 1.15em; line-height: 1.25; margin-block-end: 0.6em; text-wrap: balance; }
a { color: var(--accent); text-decoration-thickness: 0.08em; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 0.16em; }
button, select {
  font: inherit; font-size: 0.94em; color: inherit; background: transparent; cursor: pointer;
  border: 1px solid var(--quiet); border-radius: calc(var(--radius) - 2px); padding: 0.25em 0.7em; min-height: 2.1rem;
  max-width: 100%;
}
select option { color: var(--ink); background: var(--ground); }
button:hover:not([aria-disabled], [aria-pressed="true"]) { border-color: var(--accent); color: var(--accent); }
button[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button[aria-disabled] { cursor: default; border-color: var(--line); color: var(--quiet); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.3rem; }
.tools { display: flex; flex-wrap: wrap; gap: 0.6rem 1.2rem; align-items: end; justify-content: space-between; margin-block-end: 0.8rem; }
.period { display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; align-items: center; }
.title { font-weight: 600; }
.notice {
  background: var(--notice); border-radius: calc(var(--radius) - 2px); padding: 0.4em 0.7em; margin-block-end: 0.8rem;
  font-size: 0.94em;
}
.notice button { margin-inline-start: 0.7em; }
.loading { padding-block: 1em; color: var(--quiet); }
.foot {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.4rem 1.5rem; font-size: 0.9em;
  margin-block-start: 0.9rem;
}
.foot a { padding-block: 0.2em; }
.kind, .none { color: var(--quiet); }
.tag {
  border: 1px solid currentColor; border-radius: 99px; font-size: 0.8em; padding: 0 0.6em; margin-inline-start: 0.6em;
}
.day-head { margin-block-end: 0.4rem; }
.day-head .kind::before { content: " · "; }
.mark { width: 0.72em; height: 0.72em; flex: none; overflow: visible; }
.disc { fill: var(--free); }
.ring { fill: none; stroke: currentColor; stroke-width: 1.5; }
.taken { fill: var(--taken); }
@media (prefers-reduced-motion: no-preference) {
  button, .cell { transition: background-color 0.12s, border-color 0.12s; }
}
@media (forced-colors: active) {
  .disc { fill: CanvasText; }
  .notice { border: 1px solid; }
  button[aria-pressed="true"], .grid .cell[aria-selected="true"] { border: 3px solid Highlight; }
}
`;
