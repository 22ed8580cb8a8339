/** The works that a description cites: the scenario's sources, and the methods'. */
import type { Scenario } from '../../scenario/index.ts';
import { type Block, bullets, code, heading, linked, paragraph, say } from '../document/index.ts';

/** Cited by the descriptions' own sentences, in alphabetical order. */
const METHODS = [
  'Anderson, D. F. (2007). A modified next reaction method for simulating chemical systems with time dependent propensities and delays. Journal of Chemical Physics 127, 214107.',
  'Edmonds, B., Le Page, C., Bithell, M., Chattoe-Brown, E., Grimm, V., Meyer, R., Montañola-Sales, C., Ormerod, P., Root, H. and Squazzoni, F. (2019). Different modelling purposes. Journal of Artificial Societies and Social Simulation 22(3), 6.',
  'Grimm, V., Augusiak, J., Focks, A., Frank, B. M., Gabsi, F., Johnston, A. S. A., Liu, C., Martin, B. T., Meli, M., Radchuk, V., Thorbek, P. and Railsback, S. F. (2014). Towards better modelling and decision support: documenting model development, testing, and analysis using TRACE. Ecological Modelling 280, 129–139.',
  'Grimm, V., Railsback, S. F., Vincenot, C. E., Berger, U., Gallagher, C., DeAngelis, D. L., Edmonds, B., Ge, J., Giske, J., Groeneveld, J., Johnston, A. S. A., Milles, A., Nabe-Nielsen, J., Polhill, J. G., Radchuk, V., Rohwäder, M.-S., Stillman, R. A., Thiele, J. C. and Ayllón, D. (2020). The ODD protocol for describing agent-based and other simulation models: a second update to improve clarity, replication, and structural realism. Journal of Artificial Societies and Social Simulation 23(2), 7.',
  'Harel, D. (1987). Statecharts: a visual formalism for complex systems. Science of Computer Programming 8, 231–274.',
  'Salmon, J. K., Moraes, M. A., Dror, R. O. and Shaw, D. E. (2011). Parallel random numbers: as easy as 1, 2, 3. SC ’11.',
  'Schmolke, A., Thorbek, P., DeAngelis, D. L. and Grimm, V. (2010). Ecological models supporting environmental decision making: a strategy for the future. Trends in Ecology and Evolution 25, 479–486.',
];

export const referenceBlocks = ({ sources }: Scenario): readonly Block[] => [
  heading(2, ['References']),
  ...(sources.length === 0
    ? []
    : [
        paragraph(['Sources of the scenario, by the names used above:']),
        bullets(sources.map(({ id, text }) => say`${code(id)}: ${linked(text)}`)),
        paragraph(['Methods:']),
      ]),
  bullets(METHODS.map((work) => [work])),
];
