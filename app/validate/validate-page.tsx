import { PageHead } from '../layout/page-head.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import { CheckForm, type SetChoice } from './check-form.tsx';
import type { Checked } from './check-form-data.ts';
import { ReportView } from './report-view.tsx';

type ValidatePageProps = {
  formats: readonly string[];
  sets: readonly SetChoice[];
  megabytes: number;
  /** Address of the API that does the same. */
  endpoint: string;
  checked: Checked | undefined;
};

/** Where anybody checks a document; works without scripts. */
export function ValidatePage({ formats, sets, megabytes, endpoint, checked }: ValidatePageProps) {
  const { validatePage: texts } = useMessages();
  return (
    <main id="content" className="column">
      <PageHead title={texts.title} lead={texts.lead} />
      <CheckForm formats={formats} sets={sets} megabytes={megabytes} checked={checked} />
      {checked?.report && <ReportView report={checked.report} sets={sets} />}
      <section aria-labelledby="machines" className="mt-12">
        <h2 id="machines" className="section-title">
          {texts.machines}
        </h2>
        <p className="mt-3">{texts.machinesText}</p>
        <p className="mt-2">
          <code className="break-all">curl --data-binary @record.xml "{endpoint}?rules=inspire"</code>
        </p>
      </section>
    </main>
  );
}
