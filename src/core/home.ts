/**
 * The project's home on GitHub, as owner/name. `package.json`, `app.yml`, the schema's address, the
 * documentation and the example workflows repeat it, and a test compares them: a fork changes it here, and
 * the test names the other places.
 */
export const home = "async-review/async-review";
