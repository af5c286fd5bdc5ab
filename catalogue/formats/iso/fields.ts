import type { LanguageMap, Translations } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Codelist } from './codelists.ts';
import type { Reading } from './reading.ts';
import type { Field, Table } from './table.ts';
import {
  readCode,
  readDateOf,
  readLine,
  readNumber,
  readProse,
  readString,
  readTranslations,
  valueElement,
} from './values.ts';
import { type Content, element, type Writing } from './writing.ts';

/** A model that may hold a value under a key, or surely holds a list there. */
type Optional<K extends string, V> = { [P in K]?: V | undefined };
type Listed<K extends string, V> = { [P in K]: V[] };
/** A model whose plain texts may have translations beside them. */
type Translatable = { translations?: Translations | undefined };

/** How a value is read from one property element, and written to one. */
export type Kind<V> = {
  read(property: XmlElement, reading: Reading): V | undefined;
  write(value: V, writing: Writing): Content | undefined;
};

/** A property that occurs once: the first occurrence that says anything counts, further ones are reported. */
export function one<K extends string, V>(key: K, kind: Kind<V>): Field<Optional<K, V>> {
  return {
    read(properties, model, reading) {
      for (const property of properties) {
        const value = kind.read(property, reading);
        if (value === undefined) continue;
        if (model[key] === undefined || isEmptyMap(model[key])) model[key] = value;
        else reportRepetition(property, reading);
      }
    },
    write(model, writing) {
      const value: V | undefined = model[key];
      return value === undefined ? nothing : single(kind.write(value, writing));
    },
  };
}

/** A property that repeats. */
export function many<K extends string, V>(key: K, kind: Kind<V>): Field<Listed<K, V>> {
  return {
    read(properties, model, reading) {
      for (const property of properties) {
        const value = kind.read(property, reading);
        if (value !== undefined) model[key].push(value);
      }
    },
    write: (model, writing) => written(model[key], kind, writing),
  };
}

/** A property that repeats, under a key that is absent where there is nothing. */
export function some<K extends string, V>(key: K, kind: Kind<V>): Field<Optional<K, V[]>> {
  return {
    read(properties, model, reading) {
      const values: V[] = [...(model[key] ?? [])];
      for (const property of properties) {
        const value = kind.read(property, reading);
        if (value !== undefined) values.push(value);
      }
      if (values.length > 0) model[key] = values;
    },
    write: (model, writing) => written(model[key] ?? [], kind, writing),
  };
}

/** Most properties of most objects say nothing. */
const nothing: readonly Content[] = [];

export const told = (contents: readonly (Content | undefined)[]): Content[] =>
  contents.filter((content) => content !== undefined);

const single = (content: Content | undefined) => (content === undefined ? nothing : [content]);

/** The contents for several values. */
function written<V>(
  values: readonly V[],
  kind: Pick<Kind<V>, 'write'>,
  writing: Writing,
): readonly Content[] {
  if (values.length === 0) return nothing;
  const contents: Content[] = [];
  for (const value of values) {
    const content = kind.write(value, writing);
    if (content !== undefined) contents.push(content);
  }
  return contents;
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function reportRepetition(property: XmlElement, reading: Reading): void {
  reading.report(
    'warning',
    'element-repeated',
    property,
    `${property.name} may stand only once; this further one was not read.`,
    'Keep one, or use an element that may repeat.',
  );
}

export const lineKind: Kind<LanguageMap> = { read: readLine, write: (map, writing) => writing.text(map) };
export const proseKind: Kind<LanguageMap> = { read: readProse, write: (map, writing) => writing.text(map) };
export const stringKind: Kind<string> = { read: readString, write: (text, writing) => writing.string(text) };
export const dateKind: Kind<string> = { read: readDateOf, write: (date, writing) => writing.date(date) };
export const codeKind = (codelist: Codelist): Kind<string> => ({
  read: (property, reading) => readCode(property, codelist, reading),
  write: (value, writing) => writing.code(codelist, value),
});
export const booleanKind: Kind<boolean> = {
  read(property) {
    const text = valueElement(property).text.trim().toLowerCase();
    if (text === 'true' || text === '1') return true;
    return text === 'false' || text === '0' ? false : undefined;
  },
  write: (value) => ({ children: [element('gco:Boolean', String(value))] }),
};
/** A date where the schema takes only one with time. */
export const dateTimeKind: Kind<string> = {
  read: readDateOf,
  write: (date, writing) => writing.dateTime(date),
};
const numberKind = (element?: string): Kind<number> => ({
  read: readNumber,
  write: (value, writing) => writing.number(value, element),
});

/** The object of a class; `isTold` says whether it holds anything at all. */
export function objectKind<M>(table: Table<M>, isTold: (model: M) => boolean = () => true): Kind<M> {
  return {
    read(property, reading) {
      const element = reading.classElement(property);
      if (!element) return undefined;
      const model = reading.object(table, element);
      return isTold(model) ? model : undefined;
    },
    write(model, writing) {
      const written = isTold(model) ? writing.object(table, model) : undefined;
      return written && written.children.length > 0 ? { children: [written] } : undefined;
    },
  };
}

/** A text of one line in all its languages. */
export const line = <K extends string>(key: K) => one(key, lineKind);
export const lines = <K extends string>(key: K) => many(key, lineKind);
/** A text of several lines in all its languages. */
export const prose = <K extends string>(key: K) => one(key, proseKind);
export const proses = <K extends string>(key: K) => many(key, proseKind);
/** A text of one line in the main language. */
export const string = <K extends string>(key: K) => one(key, stringKind);
export const strings = <K extends string>(key: K) => many(key, stringKind);
export const boolean = <K extends string>(key: K) => one(key, booleanKind);
export const code = <K extends string>(key: K, codelist: Codelist) => one(key, codeKind(codelist));
export const codes = <K extends string>(key: K, codelist: Codelist) => many(key, codeKind(codelist));
/** The date of an edition: ISO 19115-1 takes only one with time. */
export const editionDate = <K extends string>(key: K) =>
  one(key, {
    read: readDateOf,
    write: (date: string, writing) =>
      writing.says('dimension', 'name') ? writing.dateTime(date) : writing.date(date),
  });
export const date = <K extends string>(key: K) => one(key, dateKind);
export const dateTime = <K extends string>(key: K) => one(key, dateTimeKind);
export const number = <K extends string>(key: K, element?: string) => one(key, numberKind(element));

/** A text of one line whose translations stand beside it in the model. */
export function translated<K extends string>(key: K): Field<Optional<K, string> & Translatable> {
  return {
    read(properties, model, reading) {
      for (const property of properties) {
        const { text, others } = readTranslations(property, reading);
        if (text === undefined) continue;
        if (model[key] !== undefined) {
          reportRepetition(property, reading);
          continue;
        }
        Object.assign(model, { [key]: text });
        if (others) model.translations = { ...model.translations, [key]: [others] };
      }
    },
    write(model, writing) {
      const text: string | undefined = model[key];
      return text === undefined ? nothing : single(writing.translated(text, model.translations?.[key]?.[0]));
    },
  };
}

/** Texts of one line whose translations stand beside them in the model. */
export function translatedList<K extends string>(key: K): Field<Listed<K, string> & Translatable> {
  return {
    read(properties, model, reading) {
      const maps: LanguageMap[] = [];
      const list: string[] = model[key];
      for (const property of properties) {
        const { text, others } = readTranslations(property, reading);
        if (text === undefined) continue;
        if (others) maps[list.length] = others;
        list.push(text);
      }
      if (maps.length > 0)
        model.translations = { ...model.translations, [key]: Array.from(maps, (map) => map ?? {}) };
    },
    write(model, writing) {
      const list: string[] = model[key];
      if (list.length === 0) return nothing;
      return list.flatMap(
        (text, index) => writing.translated(text, model.translations?.[key]?.[index]) ?? [],
      );
    },
  };
}

export const object = <K extends string, M>(key: K, table: Table<M>, isTold?: (model: M) => boolean) =>
  one(key, objectKind(table, isTold));

/** Objects of a class; a property that holds several, which the schemas forbid, is read whole. */
export function objects<K extends string, M>(
  key: K,
  table: Table<M>,
  isTold: (model: M) => boolean = () => true,
): Field<Listed<K, M>> {
  return {
    read(properties, model, reading) {
      for (const property of properties) {
        for (const element of property.elements()) {
          const read = reading.object(table, element);
          if (isTold(read)) model[key].push(read);
        }
      }
    },
    write: many(key, objectKind(table, isTold)).write,
  };
}

/** A class whose properties belong to the same model: reads them into it, writes them out of it. */
export function inline<M>(table: () => Table<M>, isTold: (model: NoInfer<M>) => boolean): Field<M> {
  return {
    read(properties, model, reading) {
      for (const property of properties) {
        const element = reading.classElement(property);
        if (element) reading.into(table(), element, model);
      }
    },
    write: (model, writing) => (isTold(model) ? [{ children: [writing.object(table(), model)] }] : nothing),
  };
}

/** A field of a part of the model. */
export function of<K extends string, P>(key: K, field: Field<P>): Field<{ [Q in K]: P }> {
  return {
    ...(field.reference ? { reference: field.reference } : {}),
    read: (properties, model, reading) => field.read(properties, model[key], reading),
    write: (model, writing) => field.write(model[key], writing),
  };
}

/** A property that is read and not written: what it says is written elsewhere, or ours says it better. */
export function readOnly<M>(read: Field<M>['read']): Field<M> {
  return { read, write: () => nothing };
}
