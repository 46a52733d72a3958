/** The home page and the pages of schools. */
export function contentStyle(clothPath: string): string {
  return `
.hero { background: var(--quiet-surface); border-bottom: 1px solid var(--line); margin-top: -2rem; padding-block: clamp(2rem, 6vw, 4rem) clamp(1.5rem, 4vw, 3rem); }
.hero h1 { font-size: clamp(2.2rem, 1.4rem + 3.6vw, 3.8rem); max-width: 18ch; }
.hero .aside { border-left: 4px solid var(--accent); padding-left: 1rem; margin: 1.5rem 0 0; }
@media (min-width: 62rem) {
  .hero { position: relative; }
  .hero::after { content: ""; position: absolute; inset-block: 0; right: 0; width: max(14vw, calc((100vw - 76rem) / 2 + 10rem)); background: url("${clothPath}") right top / 64px; image-rendering: pixelated; }
}
@media (prefers-color-scheme: dark) { .hero::after { filter: brightness(0.75); } }
@media print { .hero::after { display: none; } }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 1rem; }
.card { background: var(--surface); border: 1px solid var(--line); border-top: 4px solid var(--slate); border-radius: 4px; padding: 1.1rem 1.2rem; display: flex; flex-direction: column; }
.card h3 { font-family: var(--serif); font-size: 1.25rem; flex-grow: 1; }
.card p { margin: 0; }
.card p + p { margin-top: 0.25rem; }
.card a, .space a { display: inline-block; padding-block: 0.15rem; }
.main-link { font-weight: 600; }
@media (prefers-color-scheme: dark) { .card { border-top-color: var(--free); } }
.steps { list-style: none; padding: 0; counter-reset: step; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1.5rem 2.5rem; }
.steps li { counter-increment: step; }
.steps li::before { content: counter(step); font: 600 2.2rem/1 var(--serif); color: var(--red); display: block; margin-bottom: 0.4rem; }
.facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.3rem 1.5rem; max-width: 42rem; }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; }
.facts dd::first-letter { text-transform: uppercase; }
@media (max-width: 30rem) { .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: 0.6rem; } }
.spaces { list-style: none; padding: 0; }
.space { background: var(--surface); border: 1px solid var(--line); border-radius: 4px; padding: 0.9rem 1.1rem; margin-bottom: 0.6rem; }
.space h4 { margin-bottom: 0.15rem; }
.space p { margin: 0; }
.space.depth-1 { margin-left: clamp(0.5rem, 3vw, 2rem); }
.space.depth-2 { margin-left: clamp(1rem, 6vw, 4rem); }
.space.depth-3 { margin-left: clamp(1.5rem, 9vw, 6rem); }
section[aria-labelledby="days-ahead"] li { margin-bottom: 0.3rem; }
`;
}
