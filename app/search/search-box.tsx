import { Form } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';

/** The one box: words, in a form that works without scripts. */
export function SearchBox({ words = '', large = false }: { words?: string; large?: boolean }) {
  const { searchBox } = useMessages();
  return (
    <Form action="/search" role="search" className="w-full">
      <SearchInput words={words} large={large} />
      <p className={`mt-2 text-sm ${large ? 'text-ink' : 'text-soft'}`}>{searchBox.hint}</p>
    </Form>
  );
}

/** The field and its button alone, for a form that asks for more than words. */
export function SearchInput({
  words,
  large = false,
  form,
}: {
  words: string;
  large?: boolean;
  form?: string;
}) {
  const { searchBox } = useMessages();
  return (
    <div className="flex items-stretch shadow-[0_1px_0_var(--edge)]">
      <label htmlFor="search-words" className="sr-only">
        {searchBox.label}
      </label>
      <input
        id="search-words"
        type="search"
        name="q"
        key={words}
        defaultValue={words}
        placeholder={searchBox.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        {...(form === undefined ? {} : { form })}
        className={`field min-w-0 flex-1 rounded-r-none border-r-0 ${large ? 'min-h-14 px-4 text-lg' : 'min-h-12 px-3.5 text-[1.0625rem]'}`}
      />
      <button
        type="submit"
        {...(form === undefined ? {} : { form })}
        data-strong=""
        className={`button rounded-l-none ${large ? 'px-6 text-lg' : ''}`}
      >
        {searchBox.submit}
      </button>
    </div>
  );
}
