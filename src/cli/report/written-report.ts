/** What a form of a report comes to. */

/** The file that was asked for, and any that lie beside it under names of their own. */
export interface WrittenReport {
  readonly main: string;
  readonly beside?: readonly { readonly name: string; readonly content: string | Uint8Array }[];
}
