/** Whether two decimal digits stand at an index of a text. */
export function hasTwoDigits(text: string, index: number): boolean {
  return isDigit(text.charCodeAt(index)) && isDigit(text.charCodeAt(index + 1));
}

/** The number that two decimal digits at an index write; only for text that `hasTwoDigits`. */
export function twoDigits(text: string, index: number): number {
  return (text.charCodeAt(index) - ZERO) * 10 + text.charCodeAt(index + 1) - ZERO;
}

const ZERO = 48;

function isDigit(code: number): boolean {
  return code >= ZERO && code < ZERO + 10;
}
