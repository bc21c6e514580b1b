import type { Database, Statement } from "better-sqlite3";
import type { Compilable } from "kysely";

type Values = Record<string, string | number | null>;

/**
 * A query as a statement that is prepared once. The query is built a single time with its values' names in
 * place of the values, which says at which position each one goes; building it for every call costs more than
 * running it.
 */
export function prepare<V extends Values, R = unknown>(
  file: Database,
  names: readonly (keyof V & string)[],
  build: (values: V) => Compilable<R>,
): { run(values: V): number; all(values: V): R[]; get(values: V): R | undefined } {
  const marks = Object.fromEntries(names.map((name) => [name, `\0${name}`])) as unknown as V;
  const { sql, parameters } = build(marks).compile();
  const statement = file.prepare(sql) as Statement<unknown[], R>;
  const order = parameters.map((parameter) => readMark(parameter));
  const bind = (values: V) =>
    order.map((slot) => (slot.name === null ? slot.constant : values[slot.name as keyof V]));
  return {
    run: (values) => statement.run(...bind(values)).changes,
    all: (values) => statement.all(...bind(values)),
    get: (values) => statement.get(...bind(values)),
  };
}

function readMark(parameter: unknown): { name: string | null; constant: unknown } {
  const isMark = typeof parameter === "string" && parameter.startsWith("\0");
  return isMark ? { name: parameter.slice(1), constant: null } : { name: null, constant: parameter };
}
