/** The living page of a scenario: the findings, the drawn chart, and the kernel that runs in it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Findings } from '../../experiment/index.ts';
import { compileKernel } from '../../kernel/index.ts';
import {
  chartSvg,
  type DrawnFigure,
  figureSvg,
  type PageModel,
  type PageScripts,
  packBytes,
  reportPage,
  settingsLine,
  simulationFigures,
  tornadoFigure,
} from '../../report/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { packageFile } from '../files.ts';
import type { Material } from './material.ts';

export async function pageOf({ findings, named }: Material): Promise<string> {
  const { scenario, result, manifest } = findings;
  const happenings = new Map(result.happenings.map(({ path, share }) => [path, share]));
  const chart = await chartSvg(scenario, {
    runs: result.runs,
    seed: manifest.seed,
    settings: settingsLine(manifest),
    command: manifest.command,
    happenings,
  });
  return reportPage({
    findings,
    chart,
    figures: await figuresOf(findings),
    model: modelOf(findings, named),
    scripts: pageScripts(),
  });
}

/** Outcomes whose tornado is drawn. */
const TORNADOES = 2;

/** The endings, the main region's days, and what moves the commonest endings, as an essay would show them. */
async function figuresOf(findings: Findings): Promise<readonly DrawnFigure[]> {
  const { scenario, result, sensitivity } = findings;
  const [endings, days] = simulationFigures(scenario, result);
  const commonest = [...sensitivity.outcomes]
    .filter(({ bars }) => bars.length > 0)
    .sort((a, b) => result.outcomes[b.outcome]!.count - result.outcomes[a.outcome]!.count)
    .slice(0, TORNADOES);
  const tornadoes = commonest.map(({ outcome, bars }) => {
    const { name, label } = scenario.outcomes[outcome]!;
    return tornadoFigure(
      scenario.title,
      { id: name, label },
      bars.map(({ parameter: index, least, most, swing }) => {
        const parameter = scenario.parameters[index]!;
        const end = ({ value, share }: typeof least) => ({
          value: parameter.choices?.[value] ?? value,
          share,
        });
        return { id: parameter.name, label: parameter.label, least: end(least), most: end(most), swing };
      }),
    );
  });
  const specs = [endings, days, ...tornadoes].filter((spec) => spec !== undefined);
  const drawn: DrawnFigure[] = [];
  // One after the other: the drawer numbers what it draws.
  for (const spec of specs) drawn.push({ name: spec.name, svg: await figureSvg(spec) });
  return drawn;
}

function modelOf({ scenario, settings, manifest }: Findings, named: string): PageModel {
  const { seed, runs, version } = manifest;
  return {
    scenario,
    kernel: packed(compileKernel(scenario)),
    named,
    settings,
    seed,
    runs,
    version,
  };
}

function packed(compiled: ReturnType<typeof compileKernel>): PageModel['kernel'] {
  if ('refused' in compiled) return null;
  const { bytes, image, ...rest } = compiled;
  return { bytes: packBytes(bytes), image: packBytes(image), rest };
}

/** @throws CommandError (fault) in a copy that was not built. */
export function pageScripts(): PageScripts {
  const [page, worker] = ['main', 'worker'].map((name) => {
    const path = packageFile(`dist/page/${name}.js`);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    throw new CommandError(EXIT.fault, `'${path}' is not there: build the program first (npm run build).`);
  }) as [string, string];
  const hash = createHash('sha256').update(page).update(worker).digest('hex');
  return { page, worker, hash };
}
