/** The header with its woven hem, the notice of a demonstration, the footer. */
export function frameStyle(clothPath: string): string {
  return `
.page-header { background: var(--slate); color: var(--on-slate); }
.page-header::after {
  content: ""; display: block; height: 16px;
  background: var(--slate) url("${clothPath}") repeat-x center -8px;
}
.page-header > .page-width {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between;
  gap: 0.5rem 2rem; padding-block: 1rem;
}
.brand { color: var(--on-slate); text-decoration: none; }
.brand:hover { color: var(--on-slate); }
.brand:hover .brand-name { text-decoration: underline; text-decoration-thickness: 0.08em; }
.brand-name {
  font: 600 1.75rem/1 var(--serif); letter-spacing: -0.01em; display: inline-block; margin-right: 0.75rem;
}
.brand-tagline { display: inline-block; opacity: 0.92; }
.language-switch {
  color: var(--on-slate); display: inline-block; padding: 0.35rem 0.9rem;
  border: 1px solid currentColor; border-radius: 99rem; text-decoration: none; font-weight: 600;
}
.language-switch:hover { color: var(--slate); background: var(--accent); border-color: var(--accent); }
@media (prefers-color-scheme: dark) { .language-switch:hover { color: #1d272c; } }
.notice { background: var(--accent); color: #1d272c; }
.notice p { margin-block: 0; padding-block: 0.5rem; }
.notice-tag {
  background: #1d272c; color: #fbf9f4; font-size: 0.85em; padding: 0.15em 0.6em; margin-right: 0.4em;
  border-radius: 2px; display: inline-block;
}
main { padding-block: 2rem 4rem; }
.page-footer { border-top: 1px solid var(--line); background: var(--quiet-surface); padding-block: 1.5rem 2rem; }
.page-footer .page-width { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 2rem; }
.page-footer p, .page-footer ul { margin: 0; padding-block: 0.2rem; }
@media print {
  .skip-link, .language-switch, .page-footer nav, .week-links, .tools { display: none !important; }
  .page-header { background: none; color: #000; }
  .page-header::after { display: none; }
  .brand, a { color: #000; text-decoration: none; }
  body { font-size: 10pt; background: #fff; color: #000; }
  main { padding-block: 0; }
}
`;
}
