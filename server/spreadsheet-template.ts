import { spreadsheetTemplate } from '#harvesters';

/** `GET /templates/datasets.xlsx?lang=…`: the template of the spreadsheet that describes datasets. */
export async function spreadsheetTemplateAnswer(request: Request): Promise<Response> {
  const language = new URL(request.url).searchParams.get('lang') === 'fr' ? 'fr' : 'en';
  return new Response(new Uint8Array(await spreadsheetTemplate(language)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${language === 'fr' ? 'jeux-de-donnees' : 'datasets'}.xlsx"`,
      'content-language': language,
      'cache-control': 'public, max-age=3600',
    },
  });
}
