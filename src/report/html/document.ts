/** A page as one file: a strict policy that lets in nothing but its own style and script, by their hashes. */
import { createHash } from 'node:crypto';
import { type Html, html, trusted } from './escape.ts';
import { jsonInHtml } from './json.ts';

export interface PageParts {
  readonly title: string;
  readonly description: string;
  readonly style: string;
  readonly body: Html;
  /** What the page was made from, for programs: any plain data. */
  readonly manifest: unknown;
  /** What makes the page alive; null for one that is only read. */
  readonly alive: AliveParts | null;
}

export interface AliveParts {
  /** JavaScript of the page and of its worker. */
  readonly page: string;
  readonly worker: string;
  /** JSON from `pageModelText`. */
  readonly model: string;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The HTML file. The policy allows no request at all; pictures may be data or blobs of the page's own (a figure that is
 * being saved), a worker a blob.
 */
export function htmlDocument({ title, description, style, body, manifest, alive }: PageParts): string {
  const script = alive === null ? null : scriptText(alive.page);
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    ...(script === null ? [] : [`script-src ${hashOf(script)} 'wasm-unsafe-eval'`, 'worker-src blob:']),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const scripts =
    alive === null || script === null
      ? null
      : html`<script type="application/json" id="model">${trusted(alive.model)}</script>
<script type="text/plain" id="worker">${trusted(scriptText(alive.worker))}</script>
<script>${trusted(script)}</script>
`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
<script type="application/json" id="manifest">${trusted(jsonInHtml(manifest))}</script>
${scripts}</body>
</html>
`.markup;
}

/** Our own script: nothing in it may end its element. */
const scriptText = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3C');
