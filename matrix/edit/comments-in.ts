/** YAML text goes in; its comments, in order, come out. */
import { CST, Lexer } from 'yaml';

export function commentsIn(text: string): string[] {
  return [...new Lexer().lex(text)].filter((lexeme) => CST.tokenType(lexeme) === 'comment');
}
