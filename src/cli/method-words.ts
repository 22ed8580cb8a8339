/** What each question did with its runs, as a paper tells it. */
import type { SensitivityMethod } from '../experiment/index.ts';
import type { MethodWords } from '../report/index.ts';

const WILSON =
  'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22, 209–212.';
const NEWCOMBE =
  'Newcombe, R. G. (1998). Improved confidence intervals for the difference between binomial proportions based on paired data. Statistics in Medicine 17, 2635–2650.';
const MCNEMAR =
  'Fagerland, M. W., Lydersen, S. and Laake, P. (2013). The McNemar test for binary matched-pairs data. BMC Medical Research Methodology 13, 91.';
const HOLM =
  'Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 65–70.';
const SHARED = 'All points were run with the same parameter draws and the same luck (common random numbers).';

export const COMPARE_WORDS: MethodWords = {
  sentences: [
    SHARED,
    'Differences of outcome shares have Newcombe’s (1998) 95 % interval for paired proportions and McNemar’s mid-P test (Fagerland et al. 2013); differences of means are paired t; p-values are corrected by Holm’s (1979) method.',
  ],
  citations: [NEWCOMBE, MCNEMAR, HOLM],
};

export const SIMULATE_WORDS: MethodWords = {
  sentences: ['Shares have Wilson’s (1927) 95 % interval, means Student’s t.'],
  citations: [WILSON],
};

export const SWEEP_WORDS: MethodWords = {
  sentences: [SHARED, 'Shares have Wilson’s (1927) 95 % interval, means Student’s t.'],
  citations: [WILSON],
};

export const INCIDENCE_WORDS: MethodWords = {
  sentences: [
    SHARED,
    'Cumulative incidence is the share of runs in which an outcome, stage or happening had come by a day, competing endings never having it; without censoring before the horizon this is the estimator of Aalen and Johansen (1978). Shares have Wilson’s (1927) pointwise 95 % interval, differences between sides Newcombe’s (1998) for pairs, median days that of order statistics (Conover 1999).',
  ],
  citations: [
    'Aalen, O. O. and Johansen, S. (1978). An empirical transition matrix for non-homogeneous Markov chains based on censored observations. Scandinavian Journal of Statistics 5, 141–150.',
    WILSON,
    NEWCOMBE,
    'Conover, W. J. (1999). Practical Nonparametric Statistics, 3rd edition. Wiley.',
  ],
};

export const THRESHOLD_WORDS: MethodWords = {
  sentences: [
    SHARED,
    'The threshold was found by halving on the sample-average curve (Kleywegt et al. 2002); its 95 % interval holds the values at which the margin’s own interval holds zero.',
  ],
  citations: [
    WILSON,
    NEWCOMBE,
    'Kleywegt, A. J., Shapiro, A. and Homem-de-Mello, T. (2002). The sample average approximation method for stochastic discrete optimization. SIAM Journal on Optimization 12, 479–502.',
  ],
};

export const DISCOVER_WORDS: MethodWords = {
  sentences: [
    'Boxes were found by the patient rule induction method (Friedman and Fisher 1999), restrictions with a quasi-p of 0.05 or more (Bryant and Lempert 2010) dropped, and coverage and density estimated on as many fresh runs, with Wilson’s (1927) intervals; every run had luck of its own.',
  ],
  citations: [
    WILSON,
    'Friedman, J. H. and Fisher, N. I. (1999). Bump hunting in high-dimensional data. Statistics and Computing 9, 123–143.',
    'Bryant, B. P. and Lempert, R. J. (2010). Thinking inside the box. Technological Forecasting and Social Change 77, 34–49.',
  ],
};

export const PLAN_WORDS: MethodWords = {
  sentences: [
    'Needed runs are from normal approximations (Fleiss et al. 2003), for pairs with the same luck from Connor’s (1987) formula for McNemar’s test.',
  ],
  citations: [
    'Connor, R. J. (1987). Sample size for testing differences in proportions for the paired-sample design. Biometrics 43, 207–211.',
    'Fleiss, J. L., Levin, B. and Paik, M. C. (2003). Statistical Methods for Rates and Proportions, 3rd edition. Wiley.',
  ],
};

const SALTELLI =
  'Saltelli, A., Annoni, P., Azzini, I., Campolongo, F., Ratto, M. and Tarantola, S. (2010). Variance based sensitivity analysis of model output. Computer Physics Communications 181, 259–270.';

export const SENSITIVITY_WORDS: Readonly<Record<SensitivityMethod, MethodWords>> = {
  sobol: {
    sentences: [
      SHARED,
      'First-order indices are Saltelli’s et al. (2010), total-order Jansen’s (1999), of the outcomes’ chances: products were taken over different replications, so that luck adds nothing. Intervals are bootstrap over the design’s rows (Archer et al. 1997).',
    ],
    citations: [
      SALTELLI,
      'Jansen, M. J. W. (1999). Analysis of variance designs for model output. Computer Physics Communications 117, 35–43.',
      'Archer, G. E. B., Saltelli, A. and Sobol, I. M. (1997). Sensitivity measures, ANOVA-like techniques and the use of bootstrap. Journal of Statistical Computation and Simulation 58, 99–120.',
    ],
  },
  morris: {
    sentences: [
      SHARED,
      'Factors were screened by elementary effects (Morris 1991; μ* of Campolongo et al. 2007).',
    ],
    citations: [
      'Morris, M. D. (1991). Factorial sampling plans for preliminary computational experiments. Technometrics 33, 161–174.',
      'Campolongo, F., Cariboni, J. and Saltelli, A. (2007). An effective screening design for sensitivity analysis of large models. Environmental Modelling and Software 22, 1509–1518.',
    ],
  },
  'given-data': {
    sentences: [
      'Sensitivity is the PAWN index (Pianosi and Wagener 2015), the median over ten slices of each factor, held against what shuffled factors reach in 95 of 100 cases; every run had luck of its own.',
    ],
    citations: [
      'Pianosi, F. and Wagener, T. (2015). A simple and efficient method for global sensitivity analysis based on cumulative distribution functions. Environmental Modelling and Software 67, 1–11.',
    ],
  },
  tornado: {
    sentences: [
      SHARED,
      'Each parameter was held at the 5th and at the 95th percentile of its distribution in turn, all others being drawn; swings have Newcombe’s (1998) 95 % interval for paired proportions.',
    ],
    citations: [NEWCOMBE],
  },
  luck: {
    sentences: [
      'The variance of single runs was split between parameter draws and luck by analysis of variance, without bias; intervals are bootstrap over draws. Every run had luck of its own.',
    ],
    citations: [
      'Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics 7, 1–26.',
    ],
  },
};
