/** Colours, letters, links and focus: what every page has in common. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --ground: #fbf9f4;
  --surface: #ffffff;
  --quiet-surface: #f1ede3;
  --ink: #1d272c;
  --quiet-ink: #505b61;
  --line: #d9d3c5;
  --slate: #2c3e48;
  --on-slate: #f7f3ea;
  --link: #1b5a44;
  --link-strong: #123f30;
  --free: #3c8163;
  --taken: #c9bfa9;
  --accent: #f2c230;
  --red: #9c342d;
  --focus: #f2c230;
  --focus-ink: #1d272c;
  --serif: "Iowan Old Style", "Charter", "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #151b1f;
    --surface: #1c2429;
    --quiet-surface: #222c32;
    --ink: #ece8df;
    --quiet-ink: #b4bcc0;
    --line: #3a464d;
    --slate: #1f2d35;
    --on-slate: #f3eee3;
    --link: #93d3b5;
    --link-strong: #b9e6d0;
    --free: #5fb28e;
    --taken: #59646a;
    --red: #f0a39b;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--ground);
  color: var(--ink);
  font: 400 1.0625rem/1.6 var(--sans);
  overflow-wrap: break-word;
}
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; margin: 0 0 0.5em; }
h1, h2 { font-family: var(--serif); font-weight: 600; letter-spacing: -0.01em; }
h1 { font-size: clamp(1.9rem, 1.3rem + 2.6vw, 2.9rem); }
h2 { font-size: clamp(1.4rem, 1.2rem + 0.9vw, 1.8rem); margin-top: 2.2em; }
h3 { font-size: 1.15rem; }
h4 { font-size: 1.05rem; }
p, ul, ol, dl { margin: 0 0 1em; }
a { color: var(--link); text-decoration-thickness: 0.08em; text-underline-offset: 0.18em; }
a:hover { color: var(--link-strong); text-decoration-thickness: 0.16em; }
:focus-visible {
  outline: 3px solid var(--focus-ink);
  outline-offset: 0;
  box-shadow: 0 0 0 6px var(--focus);
  border-radius: 2px;
}
@media (prefers-color-scheme: dark) {
  :focus-visible { outline-color: var(--focus); box-shadow: 0 0 0 6px var(--focus-ink); }
}
main { flex: 1 0 auto; }
main:focus { outline: none; box-shadow: none; }
.page-width { max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.prose > * { max-width: 42rem; }
.prose table { border-collapse: collapse; margin-bottom: 1.5rem; }
@media (max-width: 40rem) { .prose th, .prose td { overflow-wrap: anywhere; } }
.prose th, .prose td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); }
@media (max-width: 40rem) {
  .prose .stacked, .prose .stacked :is(tbody, tr, th, td) { display: block; }
  .prose .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .prose .stacked tr { border-bottom: 1px solid var(--line); padding-block: 0.6rem; }
  .prose .stacked :is(th, td) { border: 0; padding: 0.1rem 0; }
  .prose .stacked [data-title]::before { content: attr(data-title) ": "; color: var(--quiet-ink); }
}
.lead { font-size: 1.2rem; line-height: 1.5; max-width: 42rem; }
.aside { color: var(--quiet-ink); max-width: 42rem; }
.quiet { color: var(--quiet-ink); }
.plain-list { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.4rem 1.5rem; }
.plain-list a, .skip-link, .brand { display: inline-block; padding-block: 0.2rem; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.skip-link {
  position: absolute; left: 0.5rem; top: -5rem; z-index: 1;
  background: var(--focus); color: var(--focus-ink); padding: 0.6rem 1rem; font-weight: 600;
}
.skip-link:focus { top: 0.5rem; color: var(--focus-ink); }
`;
