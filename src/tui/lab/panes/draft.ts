/** Offers what the lab was left with. */
import { cell, EMPTY_ROW, gap, type Row, STRONG, settingsLine } from '../../../report/index.ts';
import type { Draft } from '../services.ts';
import { paragraph, titleRow } from './page.ts';

export function draftPage({ settings }: Draft, columns: number): readonly Row[] {
  const said = settingsLine({ ...settings, at_baseline: settings.atBaseline }) || 'as the file has it';
  return [
    titleRow('THE LAB WAS LEFT WITHOUT BEING QUIT'),
    EMPTY_ROW,
    ...paragraph('It stood at:', columns),
    ...paragraph(said, columns, STRONG),
    EMPTY_ROW,
    [
      gap(1),
      cell('enter', STRONG),
      cell(' takes that up again, '),
      cell('esc', STRONG),
      cell(' begins anew.'),
    ],
  ];
}
