/** What every screen's table of keys is made of. */

export interface KeyRow<State, Context, Request> {
  /** Names as `key-names.ts` gives them. */
  readonly keys: readonly string[];
  /** As the footer writes them. */
  readonly sign: string;
  /** One word, for the footer. */
  readonly word: string;
  /** A sentence, for help and documentation. */
  readonly help: string;
  /** The lower, the sooner it is left out of a narrow footer; 0 is never in it. */
  readonly rank: number;
  /** Whether it does anything now. */
  readonly useful: (state: State) => boolean;
  readonly request: (key: string, context: Context) => Request;
}

/** Rows of a Markdown table for the documentation: keys and what they do. */
export function keyTableMarkdown(
  rows: readonly Pick<KeyRow<never, never, never>, 'keys' | 'help'>[],
): string {
  const cells = rows.map(({ keys, help }) => `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${help} |`);
  return ['| keys | what they do |', '| --- | --- |', ...cells].join('\n');
}
