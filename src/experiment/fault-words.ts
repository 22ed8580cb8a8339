/** A run's fault in words: what, where, when, and what it read. */
import type { RunFaultData } from '../statechart/index.ts';

function placeOf({ file, line, column, place }: RunFaultData): string {
  if (file === null) return place;
  return line === null ? `${file}, ${place}` : `${file}:${line}:${column ?? 1}, ${place}`;
}

/** Some lines, without the command that replays the run. */
export function faultInWords(fault: RunFaultData): string {
  const read = fault.values.map(({ name, value }) => `${name} = ${value}`);
  return [
    `Run ${fault.luck} cannot go on: ${fault.what}.`,
    `  where: ${placeOf(fault)}`,
    `  when:  day ${fault.day} (${fault.date})`,
    ...(read.length === 0 ? [] : [`  read:  ${read.join(', ')}`]),
  ].join('\n');
}
