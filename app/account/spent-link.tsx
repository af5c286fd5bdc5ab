import { useMessages } from '../locales/locale-context.tsx';
import { FormPage } from './form-page.tsx';

/** What stands where a link was used or is too old. */
export function SpentLink({ remedy }: { remedy: string }) {
  const { accountPages: texts } = useMessages();
  return (
    <FormPage title={texts.spentTitle} lead={texts.spentText}>
      <p className="mt-3">{remedy}</p>
    </FormPage>
  );
}
