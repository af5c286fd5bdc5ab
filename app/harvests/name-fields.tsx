import type { AddSourceState, NewSourceValues } from './add-source.ts';
import { Line } from './form-fields.tsx';
import { useDeskMessages } from './texts.ts';

type NameFieldsProps = {
  values: Pick<NewSourceValues, 'id' | 'nameEn' | 'nameFr'>;
  errors: NonNullable<AddSourceState['errors']>;
};

/** What a new source shall be called: by people in both languages, and by machines. */
export function NameFields({ values, errors }: NameFieldsProps) {
  const { form } = useDeskMessages().harvestPages;
  return (
    <>
      <Line
        name="nameEn"
        label={form.nameEn}
        hint={form.nameHint}
        value={values.nameEn}
        error={errors.nameEn}
        lang="en"
      />
      <Line name="nameFr" label={form.nameFr} value={values.nameFr} lang="fr" />
      <Line name="id" label={form.id} hint={form.idHint} value={values.id} error={errors.id} required />
    </>
  );
}
