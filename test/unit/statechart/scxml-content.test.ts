// Proves that the SCXML keeps the content model of the W3C Recommendation (State Chart XML, 1 September 2015): for each
// element its section's attributes and children, identifiers, initial states and targets. XML itself is read by xmllint
// where that is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toScxml } from '../../../src/statechart/index.ts';
import { scenarioFromFile, scenarioOf } from '../../helpers/build-scenario.ts';
import { HOSTILE, nestedChart } from '../../helpers/nested-chart.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  readonly parent: Element | null;
}

/** What the Recommendation allows, of the elements that are written: attributes, and children. */
const MODEL: Readonly<
  Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>
> = {
  // 3.2 <scxml>
  scxml: {
    attributes: ['initial', 'name', 'xmlns', 'version', 'datamodel', 'binding'],
    children: ['state', 'parallel', 'final', 'datamodel', 'script'],
  },
  // 3.3 <state>
  state: {
    attributes: ['id', 'initial'],
    children: [
      'onentry',
      'onexit',
      'transition',
      'initial',
      'state',
      'parallel',
      'final',
      'history',
      'datamodel',
      'invoke',
    ],
  },
  // 3.4 <parallel>
  parallel: {
    attributes: ['id'],
    children: ['onentry', 'onexit', 'transition', 'state', 'parallel', 'history', 'datamodel', 'invoke'],
  },
  // 3.5 <transition>: its children are executable content, of which there is none here
  transition: { attributes: ['event', 'cond', 'target', 'type'], children: [] },
  // 3.7 <final>
  final: { attributes: ['id'], children: ['onentry', 'onexit', 'donedata'] },
};

/** A reader of the XML that is written: no text, no namespaces but the default, no entities but those of XML. */
function parsed(xml: string): Element {
  const tokens = xml.matchAll(
    /<\?[^?]*\?>|<!--(?:(?!--)[\s\S])*-->|<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g,
  );
  let root: Element | null = null;
  let open: Element | null = null;
  let end = 0;
  for (const token of tokens) {
    expect(token.index, `nothing unread before ${token[0]}`).toBe(end);
    end = token.index + token[0].length;
    const [whole, closes, name, list, empty, text] = token;
    if (text !== undefined) expect(text.trim()).toBe('');
    if (name === undefined || whole === undefined) continue;
    if (closes === '/') {
      expect(open?.name).toBe(name);
      open = open!.parent;
      continue;
    }
    const attributes = Object.fromEntries(
      [...list!.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
    );
    const element: Element = { name, attributes, children: [], parent: open };
    open?.children.push(element);
    root ??= element;
    if (empty !== '/') open = element;
  }
  expect(end).toBe(xml.length);
  expect(open).toBeNull();
  return root!;
}

const all = (element: Element): readonly Element[] => [element, ...element.children.flatMap(all)];

/** XML 1.0, production 5, in the ASCII that ids are made of. */
const NAME = /^[A-Za-z_:][\w:.-]*$/;
/** 3.12.1: an event descriptor is made of tokens of letters, digits, `-` and `_`, with points between. */
const EVENT = /^[\w-]+(?:\.[\w-]+)*$/;

const SCENARIOS = [
  ['fuel-prices', scenarioOf(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8'))],
  ['nested', nestedChart('')],
  ['hostile labels', nestedChart(HOSTILE.join(' '))],
  ['kazakhstan-2022', scenarioFromFile('scenarios/kazakhstan-2022.yaml')],
] as const;

describe.each(SCENARIOS)('the SCXML of %s', (_, scenario) => {
  const xml = toScxml(scenario);
  const root = parsed(xml);
  const elements = all(root);

  it('has the attributes and children of each element’s section', () => {
    for (const { name, attributes, children } of elements) {
      const model = MODEL[name];
      expect(model, name).toBeDefined();
      for (const key of Object.keys(attributes)) expect(model!.attributes, `${name} ${key}`).toContain(key);
      for (const child of children) expect(model!.children, `${child.name} in ${name}`).toContain(child.name);
    }
  });

  it('says its version and namespace (3.2.1), and has a child that is a state (3.2.2)', () => {
    expect(root.name).toBe('scxml');
    expect(root.attributes).toMatchObject({ version: '1.0', xmlns: 'http://www.w3.org/2005/07/scxml' });
    expect(root.children.length).toBeGreaterThan(0);
  });

  it('names every state once, by an XML name (3.14)', () => {
    const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(NAME);
  });

  it('begins each compound state in a descendant of it (3.3.1, 3.2.1)', () => {
    for (const element of elements) {
      const { initial } = element.attributes;
      const inner = element.children.filter(({ name }) => name !== 'transition');
      if (element.name === 'state' && inner.length > 0) expect(initial, element.attributes.id).toBeDefined();
      if (initial === undefined) continue;
      const below = all(element)
        .slice(1)
        .map(({ attributes }) => attributes.id);
      expect(below).toContain(initial);
    }
  });

  it('has transitions with an event, a condition or a target (3.5.1), to states that there are', () => {
    const ids = new Set(elements.map(({ attributes }) => attributes.id));
    for (const { attributes, parent } of elements.filter(({ name }) => name === 'transition')) {
      const { event, cond, target, type } = attributes;
      expect([event, cond, target].some((part) => part !== undefined)).toBe(true);
      if (event !== undefined) expect(event).toMatch(EVENT);
      if (target !== undefined) expect(ids).toContain(target);
      if (type !== undefined) expect(['internal', 'external']).toContain(type);
      // 5.9.1: with the null data model a condition is In('id') and nothing else.
      if (cond !== undefined) expect(ids).toContain(/^In\('([^']+)'\)$/.exec(cond)?.[1]);
      expect(['state', 'parallel']).toContain(parent?.name);
    }
  });

  it.skipIf(spawnSync('xmllint', ['--version']).error !== undefined)('is well-formed to xmllint', () => {
    const read = spawnSync('xmllint', ['--noout', '-'], { input: xml, encoding: 'utf8' });
    expect(read.stderr).toBe('');
    expect(read.status).toBe(0);
  });
});

it('a spoiled document is found out', () => {
  const xml = toScxml(nestedChart(''));
  expect(() => parsed(xml.replace('</parallel>', ''))).toThrow();
  const states = all(parsed(xml.replace('<parallel', '<final').replace('</parallel', '</final')));
  const odd = states.filter(({ name, children }) =>
    children.some((child) => !MODEL[name]!.children.includes(child.name)),
  );
  expect(odd.length).toBeGreaterThan(0);
});
