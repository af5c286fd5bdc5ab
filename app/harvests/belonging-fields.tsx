import { Choose, Group, Line } from './form-fields.tsx';
import type { SourceFieldErrors } from './read-source-form.ts';
import type { SourceValues } from './source-values.ts';
import { useDeskMessages } from './texts.ts';

type FieldsProps = { values: SourceValues; errors: SourceFieldErrors };

/** Whose a source is, which themes it is meant for, and where it stands among others. */
export function BelongingFields({ values, errors }: FieldsProps) {
  const texts = useDeskMessages().harvestPages.form;
  return (
    <Group title={texts.belongs}>
      <Line
        name="themes"
        label={texts.themes}
        hint={texts.themesHint}
        value={values.themes}
        error={errors.themes}
        rows={2}
      />
      <Line
        name="owner"
        type="email"
        label={texts.owner}
        hint={texts.ownerHint}
        value={values.owner}
        error={errors.owner}
      />
      <Line
        name="precedence"
        label={texts.precedence}
        hint={texts.precedenceHint}
        value={values.precedence}
        error={errors.precedence}
      />
    </Group>
  );
}

/** How often, to whom and in which language letters tell what to mend. */
export function DigestFields({ values, errors }: FieldsProps) {
  const texts = useDeskMessages().harvestPages.form;
  const { digestFrequencies: often, digestLanguages: languages } = texts;
  return (
    <Group title={texts.digest}>
      <p className="text-sm text-soft">{texts.digestHint}</p>
      <Choose
        name="digestFrequency"
        label={texts.digestFrequency}
        choices={[
          { value: '', label: often.usual },
          ...(['never', 'daily', 'weekly'] as const).map((value) => ({ value, label: often[value] })),
        ]}
        value={values.digestFrequency}
      />
      <Line
        name="digestTo"
        label={texts.digestTo}
        hint={texts.digestToHint}
        value={values.digestTo}
        error={errors.digestTo}
        rows={2}
      />
      <Choose
        name="digestLanguage"
        label={texts.digestLanguage}
        choices={[
          { value: '', label: languages.usual },
          ...(['en', 'fr'] as const).map((value) => ({ value, label: languages[value] })),
        ]}
        value={values.digestLanguage}
      />
    </Group>
  );
}
