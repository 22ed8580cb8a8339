/** The simulation's screen; a module of its own so that Ink is loaded only where a screen is drawn. */
import type { SimulationRequest } from '../experiment/index.ts';
import type { Pool } from '../runner/index.ts';
import type { Terminal } from './terminal.ts';

export async function showSimulation(_r: SimulationRequest, _p: Pool, _t: Terminal): Promise<void> {}
