/** One link that looks like what it does. */
export const bookButtonStyle = `
:host { display: inline-block; container-type: normal; max-width: 100%; margin-block: 0.75rem; }
.link {
  display: inline-block; background: var(--accent); color: var(--on-accent); border: 1px solid var(--accent);
  border-radius: var(--radius); padding: 0.55em 1.1em; text-decoration: none; font-weight: 600;
}
.link:hover { text-decoration: underline; }
.when { display: block; font-weight: 400; font-size: 0.88em; }
`;
