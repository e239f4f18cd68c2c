const tail =
  "10001 100001 1000001 10000001 1000000000 10000000010 10000000011 10000000100 10000000101 10000000110 10000000111";

/** Code words of the three prefix codes of Watteco's batch reports; a word's place in its list is its symbol, 0 to 15. */
const codes = [
  `00 01 11 101 1001 ${tail}`,
  "1101111 11010 1100 011 111 10 00 010 110110 110111011 110111001 1101110101 1101110100 1101110000 11011100011 11011100010",
  `1001 101 00 01 11 ${tail}`,
].map((words) => words.split(" "));

/** Entry `2 * node + bit`: the next node (> 0), a symbol (`-symbol - 1`, < 0), or 0 where no code leads. */
export type HuffmanTree = Int16Array;

function grow(words: readonly string[]): HuffmanTree {
  const tree: number[] = [0, 0];
  for (const [symbol, word] of words.entries()) {
    let node = 0;
    for (const bit of word.slice(0, -1)) {
      const at = node * 2 + Number(bit);
      if (!tree[at]) {
        tree[at] = tree.length / 2;
        tree.push(0, 0);
      }
      node = tree[at] ?? 0;
    }
    tree[node * 2 + Number(word.at(-1))] = -symbol - 1;
  }
  return Int16Array.from(tree);
}

/** The prefix codes by their number in the report, 0 to 2. */
export const huffmanTrees: readonly HuffmanTree[] = codes.map(grow);
