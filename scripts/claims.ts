/**
 * Writes the page of claims beside each scenario that has a file of claims. `--check` writes nothing and fails where a
 * page is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatDiagnostics } from '../src/diagnostics/index.ts';
import { startPool } from '../src/runner/index.ts';
import { loadScenario, type Scenario } from '../src/scenario/index.ts';
import { type ClaimsFile, claimFaults } from './claims/claims.ts';
import { claimsPage } from './claims/page.ts';

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));

function scenarioAt(path: string): Scenario {
  const { scenario, diagnostics } = loadScenario(path, (name) =>
    existsSync(name) ? readFileSync(name) : null,
  );
  if (scenario === null) throw new Error(formatDiagnostics(diagnostics, { colour: false }));
  return scenario;
}

const pool = startPool({ workers: 0, now: () => performance.now() });
for (const name of readdirSync(folder).filter((one) => one.endsWith('.claims.json'))) {
  const file: ClaimsFile = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const scenario = scenarioAt(join(folder, file.scenario));
  const faults = claimFaults(file, scenario);
  if (faults.length > 0) {
    process.stderr.write(`${faults.map((fault) => `scenarios/${name}: ${fault}`).join('\n')}\n`);
    process.exitCode = 1;
    continue;
  }
  const target = join(folder, name.replace('.claims.json', '.md'));
  const page = await claimsPage(file, scenario, pool);
  if (existsSync(target) && readFileSync(target, 'utf8') === page) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`Stale: ${target}. Run: npm run claims\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(target, page);
    process.stdout.write(`Wrote ${target}.\n`);
  }
}
await pool.close();
