/** Of a file that people bring, in bytes: several million lines. */
export const usualImportMaxBytes = 256 * 1024 ** 2;
