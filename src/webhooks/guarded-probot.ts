import { Probot } from "probot";
import { answerDeliveries } from "./answer-deliveries.ts";
import type { BodyLimits } from "./read-body.ts";

type Options = NonNullable<ConstructorParameters<typeof Probot>[0]>;
type MiddlewareOptions = Parameters<Probot["getNodeMiddleware"]>[0];
type ReceivedEvent = Parameters<Probot["webhooks"]["receive"]>[0];

/**
 * Probot with our own intake before its webhooks: size, time and memory are limited, and each delivery is
 * verified once. Use it wherever `Probot` is used: `new Server({ Probot: GuardedProbot.defaults({…}) })`.
 */
export class GuardedProbot extends Probot {
  readonly #limits: BodyLimits | undefined;

  /**
   * The secret is required: without one, anybody can forge a delivery. Probot alone falls back to
   * "development".
   */
  constructor(options: Options & { secret?: string; limits?: BodyLimits } = {}) {
    // The request's log line says what went wrong; Probot's own log would repeat it with the whole payload.
    super({ ...options, ...(options.log && { log: options.log.child({}, { level: "silent" }) }) });
    if (!options.secret)
      throw new Error("WEBHOOK_SECRET isn't set. Set it to the secret of the App's webhook.");
    this.#limits = options.limits;
  }

  override async getNodeMiddleware(options: MiddlewareOptions = {}) {
    await this.ready();
    return answerDeliveries({
      verify: this.webhooks.verify,
      receive: (delivery) => this.webhooks.receive(delivery as unknown as ReceivedEvent),
      path: options.path ?? this.webhookPath,
      ...(this.#limits && { limits: this.#limits }),
    });
  }
}
