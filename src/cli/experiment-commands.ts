/** The commands of experiments: many points, one question. What a command needs is imported when it runs. */
import { type Command, Option } from 'commander';
import type { CompareOptions } from './commands/compare.ts';
import type { DiscoverOptions } from './commands/discover.ts';
import type { IncidenceOptions } from './commands/incidence.ts';
import type { PlanOptions } from './commands/plan.ts';
import type { RareOptions } from './commands/rare.ts';
import type { SensitivityOptions } from './commands/sensitivity.ts';
import type { SweepOptions } from './commands/sweep.ts';
import type { ThresholdOptions } from './commands/threshold.ts';
import {
  factorsOption,
  HELD,
  MOST_RUNS,
  parted,
  RUNNING,
  runsOption,
  share,
  withExperimentOptions,
} from './experiment-options.ts';
import { listed, scenarioArgument, wholeNumber, withOptions } from './options.ts';
import { withLimit } from './precision-words.ts';
import type { Terminal } from './terminal.ts';

function addCompare(program: Command, terminal: Terminal): void {
  const command = program
    .command('compare')
    .description('two or more variants or settings, with the same luck')
    .addArgument(scenarioArgument())
    .argument(
      '[sides...]',
      'variants, or settings such as loyalty=0.3,response=concede,without:oil_falls; the others are held against the first (default: baseline and all variants)',
    )
    .addOption(runsOption('runs of each side', 10_000));
  withExperimentOptions(withOptions(command, ['precision', ...HELD]))
    .option('--all-pairs', 'compare every pair of sides, not only each with the first')
    .action(async (scenario: string, sides: readonly string[], options: CompareOptions) => {
      const { compareCommand } = await import('./commands/compare.ts');
      await compareCommand(scenario, sides, withLimit(options, command), terminal);
    });
}

function addSweep(program: Command, terminal: Terminal): void {
  const command = program
    .command('sweep')
    .description('how outcomes move with one or two parameters, decisions, shocks, or the variants')
    .addArgument(scenarioArgument())
    .addOption(
      new Option(
        '--over <what>',
        'loyalty, loyalty=0.2:0.9:8, loyalty=0.2,0.5, response, variant (once or twice)',
      )
        .argParser(listed)
        .default([], 'none'),
    )
    .option('--outcome <name>', 'over two: the outcome to show')
    .addOption(runsOption('runs of each point', 2_000));
  withExperimentOptions(withOptions(command, ['precision', ...HELD, 'variant'])).action(
    async (scenario: string, options: SweepOptions) => {
      const { sweepCommand } = await import('./commands/sweep.ts');
      await sweepCommand(scenario, withLimit(options, command), terminal);
    },
  );
}

function addThreshold(program: Command, terminal: Terminal): void {
  const command = program
    .command('threshold')
    .description('the value of a parameter at which an outcome tips')
    .addArgument(scenarioArgument())
    .option('--over <what>', 'the parameter, over its range or as loyalty=0.1:0.9')
    .option('--outcome <name>', 'the outcome to watch')
    .addOption(
      new Option(
        '--reaches <share>',
        'where it comes in more than this share of runs (default: 0.5)',
      ).argParser(share),
    )
    .option('--beats <outcome>', 'where it is more likely than another outcome')
    .addOption(runsOption('runs at each value that is looked at', 10_000));
  withExperimentOptions(withOptions(command, [...HELD, 'variant'])).action(
    async (scenario: string, options: ThresholdOptions) => {
      const { thresholdCommand } = await import('./commands/threshold.ts');
      await thresholdCommand(scenario, options, terminal);
    },
  );
}

function addDiscover(program: Command, terminal: Terminal): void {
  const command = program
    .command('discover')
    .description('the worlds in which an outcome concentrates, tried on fresh runs')
    .addArgument(scenarioArgument())
    .addOption(
      new Option('--outcome <name>', 'the outcome; several mean any of them')
        .argParser(listed)
        .default([], 'none'),
    )
    .option('--measure <name>', 'a yes-or-no measure instead')
    .option('--happening <path>', 'instead, whether something happens in a run')
    .addOption(
      new Option('--design <name>', 'ordinary runs, or points that move what --factors names')
        .choices(['runs', 'latin-hypercube', 'sobol-sequence'])
        .default('runs'),
    )
    .addOption(factorsOption())
    .addOption(
      new Option('--size <number>', 'points of a design (default: 1024)').argParser(
        wholeNumber(2, 1_000_000),
      ),
    )
    .addOption(
      new Option(
        '--step <number>',
        'the box at this step of the trade-off (default: the most balanced)',
      ).argParser(wholeNumber(0, 10_000)),
    )
    .addOption(
      new Option(
        '-n, --runs <number>',
        'runs of each point to search; as many are fresh (default: 20000 in all)',
      ).argParser(wholeNumber(1, MOST_RUNS)),
    );
  withExperimentOptions(withOptions(command, [...HELD, 'variant'])).action(
    async (scenario: string, options: DiscoverOptions) => {
      const { discoverCommand } = await import('./commands/discover.ts');
      await discoverCommand(scenario, options, terminal);
    },
  );
}

function addSensitivity(program: Command, terminal: Terminal): void {
  const whole = (highest: number) => wholeNumber(1, highest);
  const command = program
    .command('sensitivity')
    .description('which parameters matter: for each outcome, and how much of the rest is luck')
    .addArgument(scenarioArgument())
    .addOption(
      new Option(
        '--method <name>',
        'sobol: shares of variance; morris: screening; given-data: from ordinary runs; luck: luck against ignorance; tornado: each alone at its tails (default: sobol, or given-data where parameters are correlated)',
      ).choices(['sobol', 'morris', 'given-data', 'luck', 'tornado']),
    )
    .addOption(
      new Option('--design <name>', 'where to run; each method has its own').choices([
        'runs',
        'one-at-a-time',
        'saltelli',
        'radial',
        'morris',
        'latin-hypercube',
        'sobol-sequence',
      ]),
    )
    .addOption(factorsOption())
    .addOption(
      new Option(
        '--size <number>',
        'rows, stars, paths or points of the design (default: 256 rows, 30 paths)',
      ).argParser(whole(1_000_000)),
    )
    .addOption(
      new Option(
        '-n, --runs <number>',
        'runs of each point (default: sobol 32, morris 50, luck 20, tornado 2000, given-data 20000)',
      ).argParser(whole(MOST_RUNS)),
    )
    .option('--second-order', 'sobol: also what pairs of factors do together')
    .addOption(
      new Option('--outcome <name>', 'only this outcome (repeatable)').argParser(listed).default([], 'all'),
    )
    .addOption(
      new Option('--measure <name>', 'a measure (repeatable)').argParser(listed).default([], 'none'),
    );
  withExperimentOptions(withOptions(command, [...HELD, 'variant'])).action(
    async (scenario: string, options: SensitivityOptions) => {
      const { sensitivityCommand } = await import('./commands/sensitivity.ts');
      await sensitivityCommand(scenario, options, terminal);
    },
  );
}

function addIncidence(program: Command, terminal: Terminal): void {
  const command = program
    .command('incidence')
    .description('by which day outcomes, stages and happenings come, and where runs are day by day')
    .addArgument(scenarioArgument())
    .argument(
      '[sides...]',
      'sides written as for compare, held against the first (default: the file as it is)',
    )
    .addOption(
      new Option('--of <path>', 'an outcome, stage or happening to show (repeatable; default: all that come)')
        .argParser(listed)
        .default([], 'all'),
    )
    .addOption(runsOption('runs of each side', 10_000));
  withExperimentOptions(withOptions(command, [...HELD, 'variant'])).action(
    async (scenario: string, sides: readonly string[], options: IncidenceOptions) => {
      const { incidenceCommand } = await import('./commands/incidence.ts');
      await incidenceCommand(scenario, sides, options, terminal);
    },
  );
}

function addPlan(program: Command, terminal: Terminal): void {
  const command = program
    .command('plan')
    .description('how many runs an answer needs, with the same luck and without')
    .addArgument(scenarioArgument())
    .argument(
      '[sides...]',
      'one side, or two to tell apart, written as for compare (default: the file as it is)',
    )
    .addOption(new Option('--half <share>', 'half-width a share is wanted to').argParser(share).default(0.01))
    .addOption(
      new Option('--part <share>', 'part of itself a mean or a rare share is wanted to')
        .argParser(share)
        .default(0.1),
    )
    .addOption(
      new Option('--power <share>', 'chance to see a difference that is there').argParser(share).default(0.8),
    )
    .addOption(
      new Option(
        '--difference <share>',
        'difference of shares to see (default: that of the pilot)',
      ).argParser(share),
    )
    .addOption(runsOption('pilot runs of each side', 4_000));
  withExperimentOptions(withOptions(command, HELD), []).action(
    async (scenario: string, sides: readonly string[], options: PlanOptions) => {
      const { planCommand } = await import('./commands/plan.ts');
      await planCommand(scenario, sides, options, terminal);
    },
  );
}

function addRare(program: Command, terminal: Terminal): void {
  const command = program
    .command('rare')
    .description('the chance of an outcome that hardly any run ends in, by splitting')
    .addArgument(scenarioArgument())
    .option('--outcome <name>', 'the outcome')
    .addOption(
      new Option(
        '--levels <paths>',
        'stages, happenings or first_day measures on the way, in order, parted by commas (default: from the chart)',
      ).argParser(parted),
    )
    .addOption(
      new Option('-n, --runs <number>', 'runs of a replication, and futures from each level')
        .argParser(wholeNumber(1, 1_000_000))
        .default(1_000),
    )
    .addOption(
      new Option('--replications <number>', 'independent replications, from which the interval comes')
        .argParser(wholeNumber(2, 1_000))
        .default(20),
    );
  withOptions(command, [...HELD, 'variant', ...RUNNING, 'out']).action(
    async (scenario: string, options: RareOptions) => {
      const { rareCommand } = await import('./commands/rare.ts');
      await rareCommand(scenario, options, terminal);
    },
  );
}

/** Adds the commands to the program. Nothing is written or run. */
export function addExperimentCommands(program: Command, terminal: Terminal): void {
  for (const add of [
    addCompare,
    addSweep,
    addThreshold,
    addSensitivity,
    addDiscover,
    addIncidence,
    addPlan,
    addRare,
  ])
    add(program, terminal);
}
