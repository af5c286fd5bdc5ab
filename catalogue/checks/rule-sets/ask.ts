import type { CatalogueRecord, ProblemSeverity } from '../../model/index.ts';
import { type ElementName, elements } from '../elements/index.ts';
import type { Rule, Texts } from '../rule.ts';

type Options = {
  severity?: ProblemSeverity;
  applies?: Rule['applies'];
  /** Name of the rule where it is not that of the element. */
  as?: string;
  /** What to do, where this standard asks for more than the element's own remedy says. */
  remedy?: Texts;
};

/**
 * A rule that asks for an element.
 * @param set name of the rule set, the first part of the rule's id
 * @param source clause that asks for it
 * @param options `severity` is `error` unless told
 */
export function ask(set: string, name: ElementName, source: string, options: Options = {}): Rule {
  const { path, title, remedy, present } = elements[name];
  return {
    id: `${set}-${options.as ?? kebab(name)}`,
    title,
    remedy: options.remedy ?? remedy,
    severity: options.severity ?? 'error',
    source,
    ...(options.applies ? { applies: options.applies } : {}),
    check: (record) => (present(record) ? [] : [{ path }]),
  };
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const isService = ({ resource }: CatalogueRecord): boolean => resource.type === 'service';
export const isData = (record: CatalogueRecord): boolean => !isService(record);
