// Proves that text put into markup stays text, whatever it holds, and that markup of ours is not escaped twice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapedHtml, html, trusted } from '../../../../src/report/html/escape.ts';

describe('markup', () => {
  test('text is escaped, in an element and in an attribute', () => {
    const words = `<script>alert("1 & '2'")</script>`;
    expect(html`<p title="${words}">${words}</p>`.markup).toBe(
      '<p title="&lt;script&gt;alert(&quot;1 &amp; &#39;2&#39;&quot;)&lt;/script&gt;">&lt;script&gt;alert(&quot;1 &amp; &#39;2&#39;&quot;)&lt;/script&gt;</p>',
    );
  });

  test('markup of ours, alone or in a row, is put in as it is; numbers and gaps too', () => {
    const rows = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${rows}${null}${trusted('<hr>')}${7}</ul>`.markup).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li><hr>7</ul>',
    );
  });

  test('what steers a terminal or the direction of writing is gone', () => {
    expect(escapedHtml('a\u001b[31mb\u202ec\u0000')).toBe('abc');
  });

  test('no text leaves a character that could end its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapedHtml(text)).not.toMatch(/[<>"']/);
        expect(escapedHtml(text).replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
      { seed: 1 },
    );
  });
});
