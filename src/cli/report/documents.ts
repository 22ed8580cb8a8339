/** Reports as documents: Markdown and LaTeX, with their figures beside them; codebook and citations. */
import type { Findings } from '../../experiment/index.ts';
import {
  bibliography,
  chartSvg,
  citationFile,
  comparisonFigures,
  type Document,
  type FigureSpec,
  figureSvg,
  latexOf,
  latexPartOf,
  markdownOf,
  oddDescription,
  type Picture,
  type Pictures,
  resultsDocument,
  scenarioCodebook,
  settingsLine,
  simulationFigures,
} from '../../report/index.ts';
import { VERSION } from '../version.ts';
import type { Material } from './material.ts';
import type { ScenarioMaterial } from './scenario-material.ts';
import type { WrittenReport } from './written-report.ts';

export async function markdownReport({ findings }: Material, file: string): Promise<WrittenReport> {
  const { pictures, beside } = await picturesOf(findings, file);
  return { main: markdownOf(resultsDocument(findings, pictures)), beside };
}

export async function latexReport({ findings }: Material, file: string): Promise<WrittenReport> {
  const { pictures, beside } = await picturesOf(findings, file);
  return { main: latexOf(resultsDocument(findings, pictures)), beside };
}

const NO_PICTURES: Pictures = { chart: null, endings: null, days: null, variants: null };

export async function latexTables({ findings }: Material): Promise<WrittenReport> {
  const tables = resultsDocument(findings, NO_PICTURES).filter(({ kind }) => kind === 'table');
  return { main: latexPartOf(tables) };
}

export const oddMarkdown = async (material: ScenarioMaterial): Promise<string> =>
  markdownOf(described(material));

export const oddLatex = async (material: ScenarioMaterial): Promise<string> => latexOf(described(material));

const described = (material: ScenarioMaterial): Document => oddDescription({ ...material, version: VERSION });

export const codebookMarkdown = async ({ scenario }: ScenarioMaterial): Promise<string> =>
  markdownOf(scenarioCodebook(scenario));

export const citation = async ({ scenario }: ScenarioMaterial): Promise<string> => citationFile(scenario);

export const bibtex = async ({ scenario }: ScenarioMaterial): Promise<string> => bibliography(scenario);

interface Drawn {
  readonly pictures: Pictures;
  readonly beside: NonNullable<WrittenReport['beside']>;
}

async function picturesOf(findings: Findings, file: string): Promise<Drawn> {
  const { scenario, result, variants } = findings;
  const [endings, days] = simulationFigures(scenario, result);
  const [changes] = variants === null ? [] : comparisonFigures(scenario, variants);
  const chart: Drawing = {
    key: 'chart',
    caption: `The stages and what leads from one to another; arrows as wide as runs took them often.`,
    svg: await weighted(findings),
  };
  const drawn = [
    chart,
    ...(await drawings('endings', endings)),
    ...(scenario.stages.length === 0 ? [] : await drawings('days', days)),
    ...(await drawings('variants', changes)),
  ];
  const pictureOf = (key: keyof Pictures): Picture | null => {
    const found = drawn.find((one) => one.key === key);
    return found === undefined ? null : { file: `${file}-${key}.svg`, caption: found.caption };
  };
  return {
    pictures: {
      chart: pictureOf('chart'),
      endings: pictureOf('endings'),
      days: pictureOf('days'),
      variants: pictureOf('variants'),
    },
    beside: drawn.map(({ key, svg }) => ({ name: `${file}-${key}.svg`, content: svg })),
  };
}

interface Drawing {
  readonly key: keyof Pictures;
  readonly caption: string;
  readonly svg: string;
}

async function drawings(key: keyof Pictures, spec: FigureSpec | undefined): Promise<readonly Drawing[]> {
  return spec === undefined ? [] : [{ key, caption: spec.description, svg: await figureSvg(spec) }];
}

/** The chart with the share of runs in which each thing happened. */
const weighted = ({ scenario, result, manifest }: Findings): Promise<string> =>
  chartSvg(scenario, {
    runs: result.runs,
    seed: manifest.seed,
    settings: settingsLine(manifest),
    command: manifest.command,
    happenings: new Map(result.happenings.map(({ path, share }) => [path, share])),
  });
