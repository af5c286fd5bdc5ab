/** Words that carry no meaning alone; in a question beside others they are not required. Folded. */
const stopWords = new Set(
  `a an and are as at be by for from has have in into is it its of on or over that the their these this to was were
   which with
   au aux avec ce ces cette dans de des du elle en est et eux il ils la le les leur leurs lors mais ne nos notre nous
   ou par pas pour plus qu que qui sa se ses son sont sur un une vos votre vous y`.split(/\s+/),
);

/** Whether a folded word is an article, preposition or the like, in English or French. */
export function isStopWord(folded: string): boolean {
  return stopWords.has(folded);
}
