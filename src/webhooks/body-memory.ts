import type { IncomingMessage } from "node:http";
import { IntakeError } from "./intake-error.ts";

/** What a stranger may cost us: no sender is verified before the last byte of a body has arrived. */
export interface BodyLimits {
  /** Most bytes of one body. */
  payloadBytes: number;
  /** Most bytes of all bodies in memory at once, over all connections. */
  heldBytes: number;
  /** Milliseconds from a request's head to the last byte of its body. */
  patience: number;
}

/**
 * GitHub sends no payload over 25 MB and waits ten seconds for an answer. Anything beyond that isn't GitHub.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap
 * https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks
 */
export const usualLimits: BodyLimits = {
  payloadBytes: 25 * 1024 * 1024,
  heldBytes: 64 * 1024 * 1024,
  patience: 10_000,
};

const firstBlock = 16 * 1024;

/** The memory for bodies that are arriving or in use. Each `HeldBody` takes some and gives it back. */
export class BodyMemory {
  /** Bytes in use at this moment. */
  held = 0;
  readonly limits: BodyLimits;

  constructor(limits: BodyLimits) {
    this.limits = limits;
  }

  /** Counts more bytes; false, and counts nothing, when they would be too many. */
  take(bytes: number): boolean {
    if (this.held + bytes > this.limits.heldBytes) return false;
    this.held += bytes;
    return true;
  }

  give(bytes: number): void {
    this.held -= bytes;
  }
}

/**
 * One body in one growing block. In a list of chunks, a sender of single bytes would cost us hundreds of
 * bytes each.
 */
class HeldBody {
  readonly #memory: BodyMemory;
  #block = Buffer.alloc(0);
  #length = 0;

  constructor(memory: BodyMemory) {
    this.#memory = memory;
  }

  get bytes(): Buffer {
    return this.#block.subarray(0, this.#length);
  }

  append(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.#memory.limits.payloadBytes) throw tooLarge();
    if (length > this.#block.length) this.#grow(length);
    chunk.copy(this.#block, this.#length);
    this.#length = length;
  }

  release(): void {
    this.#memory.give(this.#block.length);
    this.#block = Buffer.alloc(0);
    this.#length = 0;
  }

  #grow(least: number): void {
    const doubled = Math.max(firstBlock, this.#block.length * 2, least);
    const size = Math.min(doubled, this.#memory.limits.payloadBytes);
    if (!this.#memory.take(size - this.#block.length)) throw tooMany();
    const block = Buffer.allocUnsafeSlow(size);
    this.bytes.copy(block);
    this.#block = block;
  }
}

/**
 * Reads a request's body and passes it to `use`; its memory counts as held until `use` has ended. Throws an
 * `IntakeError`: 413 when the body is larger than a payload can be, 503 when all bodies together are too
 * large, 408 when it takes too long, 400 when the sender leaves half-way. What still arrives after that is
 * read and dropped.
 */
export async function withBody<T>(
  request: IncomingMessage,
  memory: BodyMemory,
  use: (body: Buffer) => Promise<T>,
): Promise<T> {
  const body = new HeldBody(memory);
  try {
    await readAll(request, memory.limits.patience, (chunk) => body.append(chunk));
    return await use(body.bytes);
  } finally {
    body.release();
  }
}

/**
 * Throws an `IntakeError` (413) for a request that declares too large a body. For every path, before anything
 * is read.
 */
export function requireSmall(request: IncomingMessage, { payloadBytes }: BodyLimits): void {
  if (Number(request.headers["content-length"] ?? 0) > payloadBytes) throw tooLarge();
}

async function readAll(
  request: IncomingMessage,
  patience: number,
  take: (chunk: Buffer) => void,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow()), patience);
      request.on("data", (chunk: Buffer) => {
        try {
          take(chunk);
        } catch (error) {
          reject(error);
        }
      });
      request.on("end", resolve);
      request.on("error", () => reject(brokenOff()));
      request.on("close", () => reject(brokenOff()));
    });
  } catch (error) {
    request.removeAllListeners("data").resume();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const tooLarge = () =>
  new IntakeError("The payload is larger than 25 MB, which GitHub never sends.", { status: 413 });
const tooMany = () =>
  new IntakeError("Too much is being received at once; send the delivery again later.", {
    status: 503,
    retryAfter: 10,
  });
const tooSlow = () =>
  new IntakeError("The delivery took too long to arrive; send it again.", { status: 408 });
const brokenOff = () => new IntakeError("The delivery broke off.", { status: 400 });
