import type { Database } from 'better-sqlite3';

/** The distinct words of the index as one string, in which a piece of a word is found by scanning. */
export class Vocabulary {
  private text = '\n';
  private last = 0;

  /** Reads the words that were added. */
  follow(connection: Database): void {
    const added = connection
      .prepare<[number], { number: number; word: string }>(
        'SELECT number, word FROM vocabulary WHERE number > ? ORDER BY number',
      )
      .all(this.last);
    const end = added.at(-1);
    if (!end) return;
    this.text += `${added.map(({ word }) => word).join('\n')}\n`;
    this.last = end.number;
  }

  /** Words in which a piece occurs. */
  including(piece: string): string[] {
    return this.found(piece, 0);
  }

  endingWith(piece: string): string[] {
    return this.found(`${piece}\n`, 1);
  }

  private found(wanted: string, overlap: number): string[] {
    const words: string[] = [];
    const { text } = this;
    for (let at = text.indexOf(wanted); at >= 0; ) {
      const start = text.lastIndexOf('\n', at) + 1;
      const end = text.indexOf('\n', at + wanted.length - overlap);
      words.push(text.slice(start, end));
      at = text.indexOf(wanted, end);
    }
    return words;
  }
}
