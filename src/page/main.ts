/** The page made alive: the form asks the worker, its pictures are painted, the address says what is asked. */
import { readPageModel } from '../report/index.ts';
import { readAddress, sameQuestion, writeAddress } from './address.ts';
import { fieldOf, followSliders, readForm, showTreatments, writeForm } from './form.ts';
import type { FromWorker, Picture, Question, ToWorker } from './messages.ts';
import { paintAnswer, paintRest, paintStatus } from './paint.ts';
import { saveCsv, saveFigure, savePng, saveSvg } from './save.ts';

/** Milliseconds after which a question is written into the address. */
const ADDRESS_PAUSE = 250;

const need = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page lacks #${id}`);
  return element;
};

const modelText = need('model').textContent ?? '';
const model = readPageModel(modelText);
const { scenario } = model;
const form = need('form');
const status = need('status');
const usual: Question = { settings: model.settings, seed: model.seed, runs: model.runs };

let number = 0;
let latest: Picture | null = null;
let pending: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => void)[] = [];

const worker = new Worker(
  URL.createObjectURL(new Blob([need('worker').textContent ?? ''], { type: 'text/javascript' })),
);
const send = (message: ToWorker): void => worker.postMessage(message);

function ask(question: Question): void {
  number += 1;
  status.classList.remove('warn');
  status.textContent = '';
  send({ kind: 'ask', number, question });
  clearTimeout(pending);
  pending = setTimeout(() => {
    const words = writeAddress(question, usual);
    history.replaceState(null, '', words === '' ? location.pathname + location.search : `#${words}`);
  }, ADDRESS_PAUSE);
}

function show(question: Question): void {
  writeForm(form, scenario, question);
  ask(question);
}

function warn(words: string): void {
  status.classList.add('warn');
  status.textContent = words;
}

worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
  switch (data.kind) {
    case 'picture': {
      if (data.number !== number) return;
      const { picture } = data;
      paintAnswer(picture);
      if (picture.done < picture.wanted) return;
      latest = picture;
      paintRest(scenario, picture);
      showTreatments(form, picture.result);
      paintStatus(scenario, picture);
      for (const go of waiting) go();
      waiting = [];
      return;
    }
    case 'refused':
      if (data.number === number) warn(data.why.join(' '));
      return;
    case 'broken':
      warn(`The runs cannot be made in this page: ${data.why}. What stands here was made before.`);
      return;
    default:
      data satisfies never;
  }
};
worker.onerror = () => warn('The runs cannot be made in this browser. What stands here was made before.');

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', (event) => {
  const field = event.target as HTMLInputElement;
  const slid = field.dataset.slide;
  if (slid !== undefined) {
    const own = fieldOf(form, slid);
    if (own !== null) own.value = field.value;
  }
  const question = readForm(form);
  followSliders(form, scenario, question.settings.variant);
  ask(question);
});
form.addEventListener('click', (event) => {
  const freed = (event.target as HTMLElement).dataset.free;
  if (freed === undefined) return;
  const own = fieldOf(form, freed);
  if (own === null) return;
  own.value = '';
  own.focus();
  const question = readForm(form);
  followSliders(form, scenario, question.settings.variant);
  ask(question);
});
need('reset').addEventListener('click', () => show(usual));

/** What is to be saved may have to be run first: a page that nobody has asked yet has its tables, not its runs. */
function withPicture(use: (picture: Picture) => void): void {
  if (latest !== null) {
    use(latest);
    return;
  }
  waiting.push(() => use(latest!));
  ask(readForm(form));
}

const fileName = `${scenario.id}-outcomes`;
need('save-svg').addEventListener('click', () => withPicture((picture) => saveSvg(picture, fileName)));
need('save-png').addEventListener('click', () =>
  withPicture((picture) => {
    savePng(picture, fileName).catch((error: unknown) => warn(String(error)));
  }),
);
need('save-csv').addEventListener('click', () => withPicture((picture) => saveCsv(picture, scenario.id)));

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-figure]')) {
  button.addEventListener('click', () => {
    const image = button.closest('figure')?.querySelector('img');
    if (image === null || image === undefined) return;
    const kind = button.dataset.figure === 'png' ? 'png' : 'svg';
    const name = `${scenario.id}-${button.dataset.name ?? 'figure'}`;
    saveFigure(image, kind, name).catch((error: unknown) => warn(String(error)));
  });
}

/** On paper everything is open. */
let closed: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const one of closed) one.open = true;
});
window.addEventListener('afterprint', () => {
  for (const one of closed) one.open = false;
});
window.addEventListener('hashchange', () => {
  const asked = location.hash.includes('=') ? readAddress(location.hash, usual) : null;
  if (asked !== null && !sameQuestion(asked, readForm(form))) show(asked);
});

document.documentElement.classList.add('alive');
send({ kind: 'open', model: modelText });
const asked = location.hash.includes('=') ? readAddress(location.hash, usual) : usual;
// As it was written the page needs no runs yet.
if (sameQuestion(asked, usual)) writeForm(form, scenario, usual);
else show(asked);
