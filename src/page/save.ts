/** What a reader can take along: the figure and the data. */
import { csvText, outcomesPicture, type Table } from '../report/index.ts';
import type { Picture } from './messages.ts';

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the blob up by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const pictureOf = ({ result, baseline, changes }: Picture) =>
  outcomesPicture({ result, baseline: changes === null ? null : baseline, changes });

export function saveSvg(picture: Picture, name: string): void {
  saveBlob(new Blob([pictureOf(picture).svg], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** Pixels of the picture for each of the figure's. */
const SHARPNESS = 2;

export async function savePng(picture: Picture, name: string): Promise<void> {
  const { svg, width, height } = pictureOf(picture);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await saveDrawn(address, { width, height }, name);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A figure of the page, as it is or as pixels. */
export async function saveFigure(image: HTMLImageElement, kind: 'svg' | 'png', name: string): Promise<void> {
  if (kind === 'png') {
    const { naturalWidth: width, naturalHeight: height } = image;
    await saveDrawn(image.src, { width, height }, name);
    return;
  }
  const bytes = Uint8Array.from(atob(image.src.slice(image.src.indexOf(',') + 1)), (one) =>
    one.charCodeAt(0),
  );
  saveBlob(new Blob([bytes], { type: 'image/svg+xml' }), `${name}.svg`);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Drawn by the browser itself; nothing is loaded. */
async function saveDrawn(address: string, { width, height }: Size, name: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SHARPNESS * width;
  canvas.height = SHARPNESS * height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser draws no pictures');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('this browser writes no PNG');
  saveBlob(blob, `${name}.png`);
}

export function saveCsv(picture: Picture, name: string): void {
  saveBlob(new Blob([csvText(tableOf(picture))], { type: 'text/csv' }), `${name}.csv`);
}

/** One row a number: outcomes with their change, stages by day, happenings, measures. */
export function tableOf({ result, baseline, changes }: Picture): Table {
  const { outcomes, regions, days, happenings, measures } = result;
  const none = [null, null] as const;
  return {
    columns: [
      'kind',
      'id',
      'label',
      'day',
      'value',
      'low',
      'high',
      'count',
      'baseline',
      'change',
      'change_low',
      'change_high',
    ],
    rows: [
      ...outcomes.map(({ id, label, share, count }, index) => {
        const change = changes?.[index];
        return [
          'outcome',
          id,
          label,
          null,
          share.value,
          share.low,
          share.high,
          count,
          change === undefined ? null : baseline.outcomes[index]!.share.value,
          change?.value ?? null,
          change?.low ?? null,
          change?.high ?? null,
        ];
      }),
      ...regions.flatMap(({ stages }) =>
        stages.flatMap(({ path, label, shares }) =>
          shares.map((share, step) => [
            'stage',
            path,
            label,
            days[step]!,
            share,
            ...none,
            null,
            null,
            null,
            ...none,
          ]),
        ),
      ),
      ...happenings.map(({ path, label, share, median_day }) => [
        'happening',
        path,
        label,
        median_day,
        share.value,
        share.low,
        share.high,
        null,
        null,
        null,
        ...none,
      ]),
      ...measures.map(({ id, label, mean }) => [
        'measure mean',
        id,
        label,
        null,
        mean?.value ?? null,
        mean?.low ?? null,
        mean?.high ?? null,
        null,
        null,
        null,
        ...none,
      ]),
    ],
  };
}
