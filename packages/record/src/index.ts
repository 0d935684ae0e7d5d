export const buildRecord = async (_input: unknown): Promise<Uint8Array> => new Uint8Array([1])
