/** What a screen puts first. */
import type { MapNode } from '../document.ts';
import type { Show } from '../model.ts';
import type { Check } from './check.ts';
import { nodeAt, scalarsOf } from './node.ts';

export function checkShow(check: Check, root: MapNode): Show {
  const node = nodeAt(root, 'show');
  const { parameters, variables, measures } = check.declared;
  const read = (key: string, what: string, known: readonly { readonly name: string }[]): number[] =>
    scalarsOf(nodeAt(node, key)).flatMap((scalar) => {
      const at = known.findIndex(({ name }) => name === scalar.text);
      if (at >= 0) return [at];
      check.report.add(scalar.origin, {
        code: 'unknown-name',
        message: `there is no ${what} \`${scalar.text}\``,
        mend: check.guesses.unknownMend(
          scalar.text,
          known.map(({ name }) => name),
          `\`show\` lists names under \`${key}\`.`,
        ),
      });
      return [];
    });
  return {
    parameters: read('parameters', 'parameter', parameters),
    variables: read('variables', 'variable', variables),
    measures: read('measures', 'measure', measures),
  };
}
