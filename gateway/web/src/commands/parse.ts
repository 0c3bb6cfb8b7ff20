import { COMMANDS, type Command, type CommandSpec } from './table';

export type Input =
  | { kind: 'text'; text: string }
  | { kind: 'command'; command: Command }
  | { kind: 'unknown'; name: string }
  | { kind: 'usage'; spec: CommandSpec };

/** Reads what was typed: a text, or a `/` command. `//` begins a text with one slash. */
export function parseInput(typed: string, here: string): Input {
  if (!typed.startsWith('/')) return { kind: 'text', text: typed };
  if (typed.startsWith('//')) return { kind: 'text', text: typed.slice(1) };
  const [first = '', ...words] = typed.slice(1).trim().split(/\s+/);
  const name = first.toLowerCase();
  const spec = COMMANDS.find((each) => each.name === name || each.aliases?.includes(name));
  if (!spec) return { kind: 'unknown', name: first };
  const rest = typed.slice(1 + first.length).trim();
  const command = spec.read({ rest, words, here });
  return command ? { kind: 'command', command } : { kind: 'usage', spec };
}

export function commandsBeginningWith(start: string): CommandSpec[] {
  const wanted = start.toLowerCase();
  return COMMANDS.filter(
    (spec) =>
      spec.name.startsWith(wanted) || spec.aliases?.some((alias) => alias.startsWith(wanted)),
  );
}
