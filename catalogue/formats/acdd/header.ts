import type { Attributes } from './attributes.ts';

/** A variable as its header tells it. `type` is that of netCDF (`float`, `int`, `char`, `String`…), where it is told. */
export type HeaderVariable = {
  name: string;
  type?: string;
  /** Names of its dimensions, outermost first; `undefined` where the notation doesn't tell them. */
  dimensions?: readonly string[];
  attributes: Attributes;
};

/** What a netCDF file or service says of itself, in whatever notation it was read. */
export type Header = {
  attributes: Attributes;
  dimensions: readonly { name: string; size: number }[];
  variables: readonly HeaderVariable[];
};
