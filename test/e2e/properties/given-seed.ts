/** `FC_SEED` and `FC_PATH` repeat a run that fast-check printed. */
export function givenSeed(): { seed?: number; path?: string } {
  const { FC_SEED: seed, FC_PATH: path } = process.env;
  return { ...(seed === undefined ? {} : { seed: Number(seed) }), ...(path === undefined ? {} : { path }) };
}
