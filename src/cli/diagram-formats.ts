/** How `juncture diagram` can draw; apart from the command, whose drawing code loads only when it runs. */
export const DIAGRAM_FORMATS = ['text', 'mermaid', 'dot'] as const;
export type DiagramFormat = (typeof DIAGRAM_FORMATS)[number];
