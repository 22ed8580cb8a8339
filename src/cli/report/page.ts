/** The living page of a scenario: the findings, the drawn chart, and the kernel that runs in it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Findings } from '../../experiment/index.ts';
import { compileKernel } from '../../kernel/index.ts';
import {
  base64,
  chartSvg,
  type PageModel,
  type PageScripts,
  reportPage,
  settingsLine,
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
  return reportPage({ findings, chart, model: modelOf(findings, named), scripts: pageScripts() });
}

function modelOf({ scenario, settings, manifest }: Findings, named: string): PageModel {
  const compiled = compileKernel(scenario);
  const { seed, runs, version } = manifest;
  return {
    scenario,
    kernel:
      'refused' in compiled
        ? null
        : { bytes: base64(compiled.bytes), image: base64(compiled.image), layout: compiled.layout },
    named,
    settings,
    seed,
    runs,
    version,
  };
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
