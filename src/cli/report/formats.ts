/** In what forms a report can be had: a row each. What writes a form is loaded when it is asked for. */
import type { Material } from './material.ts';
import type { ScenarioMaterial } from './scenario-material.ts';
import type { WrittenReport } from './written-report.ts';

interface Form {
  /** Endings of files that ask for it; the first is given where no file is named. */
  readonly endings: readonly string[];
  readonly what: string;
}

/** Told from runs. */
export interface FindingsForm extends Form {
  readonly from: 'findings';
  /** @param file base name of the file, without its ending: what lies beside it begins with it. */
  readonly write: (material: Material, file: string) => Promise<WrittenReport>;
}

/** Told from the scenario alone: nothing is run. */
export interface ScenarioForm extends Form {
  readonly from: 'scenario';
  readonly write: (material: ScenarioMaterial) => Promise<string>;
}

export type ReportForm = FindingsForm | ScenarioForm;

const documents = () => import('./documents.ts');

export const REPORT_FORMS = {
  html: {
    from: 'findings',
    endings: ['.html', '.htm'],
    what: 'one page that can be read, and asked, without a network',
    write: async (material) => ({ main: await (await import('./page.ts')).pageOf(material) }),
  },
  md: {
    from: 'findings',
    endings: ['.md'],
    what: 'Markdown with tables for a repository or a wiki, figures beside it',
    write: async (material, file) => (await documents()).markdownReport(material, file),
  },
  tex: {
    from: 'findings',
    endings: ['.tex'],
    what: 'the same in LaTeX',
    write: async (material, file) => (await documents()).latexReport(material, file),
  },
  tables: {
    from: 'findings',
    endings: ['.tables.tex'],
    what: 'its tables alone, for \\input in a paper',
    write: async (material) => (await documents()).latexTables(material),
  },
  odd: {
    from: 'scenario',
    endings: ['.odd.md'],
    what: 'the model described in the order of the ODD protocol, without a run',
    write: async (material) => (await documents()).oddMarkdown(material),
  },
  'odd-tex': {
    from: 'scenario',
    endings: ['.odd.tex'],
    what: 'the same in LaTeX',
    write: async (material) => (await documents()).oddLatex(material),
  },
  codebook: {
    from: 'scenario',
    endings: ['.codebook.md'],
    what: 'everything the scenario names, in tables',
    write: async (material) => (await documents()).codebookMarkdown(material),
  },
  citation: {
    from: 'scenario',
    endings: ['.cff'],
    what: 'a CITATION.cff',
    write: async (material) => (await documents()).citation(material),
  },
  bibtex: {
    from: 'scenario',
    endings: ['.bib'],
    what: 'the sources as a BibTeX database',
    write: async (material) => (await documents()).bibtex(material),
  },
} as const satisfies Readonly<Record<string, ReportForm>>;

export type ReportFormName = keyof typeof REPORT_FORMS;

export const REPORT_FORM_NAMES = Object.keys(REPORT_FORMS) as readonly ReportFormName[];

/** The form that a file's ending asks for, the longest that fits; null for an ending that asks for none. */
export function formOfFile(file: string): ReportFormName | null {
  const asked = REPORT_FORM_NAMES.flatMap((name) =>
    REPORT_FORMS[name].endings
      .filter((ending) => file.toLowerCase().endsWith(ending))
      .map((ending) => ({ name, ending })),
  );
  return asked.sort((a, b) => b.ending.length - a.ending.length)[0]?.name ?? null;
}
