/** A show of hands as it is typed: `1:9 2:14`, or one number a hand: `2 2 1`. */

export type Hands = { readonly hands: readonly number[] } | { readonly refused: string };

const MOST_HANDS = 100_000;

/** @param count answers there are, numbered from 1. */
export function readHands(text: string, count: number): Hands {
  const hands = Array.from({ length: count }, () => 0);
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length === 0) return { refused: `Nothing was typed. ${form(count)}` };
  for (const part of parts) {
    const [, answer, raised = '1'] = /^(\d+)(?:[:=x](\d+))?$/.exec(part) ?? [];
    if (answer === undefined) return { refused: `\`${part}\` is no show of hands. ${form(count)}` };
    const index = Number(answer) - 1;
    if (index < 0 || index >= count) {
      return { refused: `There is no answer ${answer}; there are 1 to ${count}. ${form(count)}` };
    }
    if (Number(raised) > MOST_HANDS) return { refused: `No room has ${raised} hands. ${form(count)}` };
    hands[index] = hands[index]! + Number(raised);
  }
  if (hands.every((raised) => raised === 0)) return { refused: `No hand was raised. ${form(count)}` };
  return { hands };
}

const form = (count: number): string =>
  `Type answer:hands, such as 1:9 ${Math.min(2, count)}:14, or a number for each hand.`;
