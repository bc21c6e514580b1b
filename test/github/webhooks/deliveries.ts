import { randomUUID } from "node:crypto";
import { recordLine } from "../edge/record-line.ts";
import type { WebhookEvent, World } from "../state/world.ts";
import { buildPayload, findListener } from "./build-payload.ts";
import { type Delivery, headersOf, payloadOf } from "./delivery.ts";

export interface DeliveryOptions {
  secret: string;
  /** GitHub cuts the connection after 10 s (sources.md §1). */
  timeoutMs: number;
}

/**
 * The app's webhook: turns events into deliveries, sends them over HTTP as they happen (concurrently, so that
 * they can arrive in any order), and keeps them all, like GitHub's delivery log.
 */
export class Deliveries {
  /** The app's address. When null, nothing is sent, and every delivery fails. */
  target: string | null = null;
  /** Every attempt, oldest first. */
  readonly all: Delivery[] = [];
  #world: World;
  #options: DeliveryOptions;
  #held: Delivery[] | null = null;
  #running = new Set<Promise<void>>();

  constructor(world: World, options: DeliveryOptions) {
    this.#world = world;
    this.#options = options;
  }

  /** Called for every event. Builds the payload at once, from the current state. */
  accept(event: WebhookEvent): void {
    const installation = findListener(this.#world, event);
    if (installation === null) return;
    const payload = buildPayload(this.#world, event, installation);
    recordLine(this.#world, { kind: "webhook", event: event.event, action: event.action, payload });
    this.#dispatch({
      id: this.#world.nextId(),
      guid: randomUUID(),
      event: event.event,
      action: event.action,
      installationId: installation.id,
      repositoryId: event.repository?.id ?? null,
      body: JSON.stringify(payload),
      deliveredAt: this.#world.clock.now(),
      redelivery: false,
      duration: null,
      status: "pending",
      statusCode: 0,
      response: "",
    });
  }

  /** Holds deliveries from now on. */
  hold(): void {
    this.#held ??= [];
  }

  /** The held deliveries, oldest first. */
  get held(): readonly Delivery[] {
    return this.#held ?? [];
  }

  /**
   * Sends the held deliveries one after another and stops holding. `order` may permute them, repeat some (as
   * redeliveries with the same guid) and leave some out, which are lost.
   */
  async release(order: (held: Delivery[]) => Delivery[] = (held) => held): Promise<void> {
    const held = this.#held ?? [];
    this.#held = null;
    const chosen = order([...held]);
    for (const lost of held.filter((one) => !chosen.includes(one))) lost.status = "lost";
    const sent = new Set<Delivery>();
    for (const delivery of chosen) {
      if (sent.has(delivery)) await this.redeliver(delivery);
      else await this.#track(this.#send(delivery));
      sent.add(delivery);
    }
  }

  /** Sends a delivery again under the same guid. Resolves when it is answered. */
  async redeliver(delivery: Delivery): Promise<Delivery> {
    const again: Delivery = {
      ...delivery,
      id: this.#world.nextId(),
      deliveredAt: this.#world.clock.now(),
      redelivery: true,
      status: "pending",
    };
    this.all.push(again);
    await this.#track(this.#send(again));
    return again;
  }

  /** Resolves when all sent deliveries are answered, including those sent meanwhile. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** The payloads of one event, oldest first, without redeliveries. */
  payloads(event: string, action?: string): Record<string, unknown>[] {
    return this.all
      .filter((one) => one.event === event && !one.redelivery && (action ?? one.action) === one.action)
      .map(payloadOf);
  }

  /** Clears the log. */
  clear(): void {
    this.all.length = 0;
  }

  #dispatch(delivery: Delivery): void {
    this.all.push(delivery);
    if (this.#held !== null) {
      delivery.status = "held";
      this.#held.push(delivery);
      return;
    }
    void this.#track(this.#send(delivery));
  }

  #track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
    return tracked;
  }

  async #send(delivery: Delivery): Promise<void> {
    delivery.status = "pending";
    const started = performance.now();
    try {
      if (this.target === null) throw new Error("no webhook address is set");
      const answer = await fetch(this.target, {
        method: "POST",
        headers: headersOf(delivery, { id: this.#world.app.id, secret: this.#options.secret }),
        body: delivery.body,
        signal: AbortSignal.timeout(this.#options.timeoutMs),
      });
      delivery.response = await answer.text();
      delivery.statusCode = answer.status;
      delivery.status = answer.ok ? "OK" : `Invalid HTTP Response: ${answer.status}`;
    } catch (error) {
      // GitHub's code for these is not documented. 0 is the harder case, because `status=failure` means 400
      // to 599.
      const isTimeout = error instanceof Error && error.name === "TimeoutError";
      delivery.status = isTimeout ? "timed out" : "failed to connect to host";
      delivery.response = String(error);
    } finally {
      delivery.duration = Math.round(performance.now() - started) / 1000;
    }
  }
}
