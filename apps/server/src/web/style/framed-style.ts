/** The page in an iframe: no margins, and the ground of the page around it. */
export const framedStyle = `
:root { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
:root[data-theme="auto"] { color-scheme: light dark; }
body { margin: 0; font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; color: light-dark(#1d272c, #ece8df); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.fault { font-size: 1.15rem; margin: 0; }
p { margin: 0.5rem 0 0; }
p a { color: light-dark(#1b5a44, #93d3b5); }
`;
