/** In what forms a report can be had: a row each. What writes a form is loaded when it is asked for. */
import type { Material } from './material.ts';

/** The file that was asked for, and any that lie beside it under names of their own. */
export interface WrittenReport {
  readonly main: string;
  readonly beside?: readonly { readonly name: string; readonly content: string | Uint8Array }[];
}

export interface ReportForm {
  /** Endings of files that ask for it; the first is given where no file is named. */
  readonly endings: readonly string[];
  readonly what: string;
  /** @param file base name of the file, without its ending: what lies beside it begins with it. */
  readonly write: (material: Material, file: string) => Promise<WrittenReport>;
}

export const REPORT_FORMS = {
  html: {
    endings: ['.html', '.htm'],
    what: 'one page that can be read, and asked, without a network',
    write: async (material) => ({ main: await (await import('./page.ts')).pageOf(material) }),
  },
} as const satisfies Readonly<Record<string, ReportForm>>;

export type ReportFormName = keyof typeof REPORT_FORMS;

export const REPORT_FORM_NAMES = Object.keys(REPORT_FORMS) as readonly ReportFormName[];

/** The form that a file's ending asks for; null for an ending that asks for none. */
export const formOfEnding = (ending: string): ReportFormName | null =>
  REPORT_FORM_NAMES.find((name) =>
    (REPORT_FORMS[name].endings as readonly string[]).includes(ending.toLowerCase()),
  ) ?? null;
