import type { IncomingMessage } from "node:http";
import { IntakeError } from "./intake-error.ts";

/**
 * The resources that a stranger may use: no sender is verified before the last byte of a body has arrived.
 */
export interface BodyLimits {
  /** Most bytes of one body. */
  payloadBytes: number;
  /** Most bytes of all bodies in memory at once, over all connections. */
  heldBytes: number;
  /** Milliseconds from a request's head to the last byte of its body. */
  timeoutMs: number;
}

/**
 * GitHub sends no payload over 25 MB and waits ten seconds for an answer. Anything beyond that isn't GitHub.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap
 * https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks
 */
export const usualLimits: BodyLimits = {
  payloadBytes: 25 * 1024 * 1024,
  heldBytes: 64 * 1024 * 1024,
  timeoutMs: 10_000,
};

const firstBlockBytes = 16 * 1024;

/** Bounds the bytes of all bodies that are arriving or in use. */
export class BodyBudget {
  /** Bytes in use at this moment. */
  held = 0;
  readonly limits: BodyLimits;

  constructor(limits: BodyLimits) {
    this.limits = limits;
  }

  /** Counts more bytes; false, and counts nothing, when they would be too many. */
  reserve(bytes: number): boolean {
    if (this.held + bytes > this.limits.heldBytes) return false;
    this.held += bytes;
    return true;
  }

  release(bytes: number): void {
    this.held -= bytes;
  }
}

/** One body in one growing block. In a list of chunks, each byte that is sent alone would cost hundreds. */
class HeldBody {
  readonly #budget: BodyBudget;
  #block = Buffer.alloc(0);
  #length = 0;

  constructor(budget: BodyBudget) {
    this.#budget = budget;
  }

  get bytes(): Buffer {
    return this.#block.subarray(0, this.#length);
  }

  append(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.#budget.limits.payloadBytes) throw tooLarge();
    if (length > this.#block.length) this.#grow(length);
    chunk.copy(this.#block, this.#length);
    this.#length = length;
  }

  release(): void {
    this.#budget.release(this.#block.length);
    this.#block = Buffer.alloc(0);
    this.#length = 0;
  }

  #grow(least: number): void {
    const doubled = Math.max(firstBlockBytes, this.#block.length * 2, least);
    const size = Math.min(doubled, this.#budget.limits.payloadBytes);
    if (!this.#budget.reserve(size - this.#block.length)) throw tooMany();
    const block = Buffer.allocUnsafeSlow(size);
    this.bytes.copy(block);
    this.#block = block;
  }
}

/**
 * Reads a request's body and passes it to `use`; its bytes count as held until `use` has ended. Throws an
 * `IntakeError`: 413 when the body is larger than a payload can be, 503 when all bodies together are too
 * large, 408 when it takes too long, 400 when the sender leaves half-way. Bytes that arrive after that are
 * read and dropped.
 */
export async function withBody<T>(
  request: IncomingMessage,
  budget: BodyBudget,
  use: (body: Buffer) => Promise<T>,
): Promise<T> {
  const body = new HeldBody(budget);
  try {
    await readAll(request, budget.limits.timeoutMs, (chunk) => body.append(chunk));
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
  timeoutMs: number,
  take: (chunk: Buffer) => void,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow()), timeoutMs);
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
