/** The style of the set-up pages: the system's own fonts and colours, light and dark. */
export const style = `
:root { --text: #1f2328; --faint: #59636e; --page: #ffffff; --box: #f6f8fa; --line: #d1d9e0; --link: #0969da; --go: #1a7f37; --bad: #b3261e; --bad-box: #ffebe9; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f6fc; --faint: #9198a1; --page: #0d1117; --box: #151b23; --line: #3d444d; --link: #4493f8; --go: #238636; --bad: #ff9b93; --bad-box: #3a1717; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
.lead, .hint, dt { color: var(--faint); }
.hint { font-size: .875rem; margin: .25rem 0 .5rem; }
a { color: var(--link); }
code { font: .875em ui-monospace, monospace; background: var(--box); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 1.25rem 0; padding: .75rem 1rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .35rem; }
.choice { display: block; margin: .5rem 0; }
.row { display: block; margin: .75rem 0 .25rem; }
input:not([type=radio]):not([type=checkbox]), textarea { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .6rem; width: 100%; margin-top: .25rem; }
textarea { font: .8rem ui-monospace, monospace; }
[aria-invalid] { border-color: var(--bad) !important; }
button, .button { display: inline-block; font: inherit; font-weight: 600; color: #fff; background: var(--go); border: 0; border-radius: 6px; padding: .55rem 1rem; text-decoration: none; cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.problem { color: var(--bad); background: var(--bad-box); border-radius: 6px; padding: .5rem .75rem; margin: .5rem 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .4rem .5rem; }
tbody th { font-weight: 600; white-space: nowrap; }
dl { margin: 1rem 0; } dd { margin: 0 0 .75rem; }
details { margin-top: .75rem; }
summary { cursor: pointer; color: var(--link); }
@media (max-width: 34rem) { tbody th { white-space: normal; } main { padding-top: 1rem; } }
`;
